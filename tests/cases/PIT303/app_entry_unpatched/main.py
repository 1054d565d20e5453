# why: no module of the program patches
from service.workers import start

start().join()
