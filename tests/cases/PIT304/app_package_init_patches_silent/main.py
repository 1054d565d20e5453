# why: the package's __init__ patches
from service.workers import start

start().join()
