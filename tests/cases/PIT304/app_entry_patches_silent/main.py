# why: the entry module patches before it imports the rest
from gevent import monkey

monkey.patch_all()

from service.workers import start

start().join()
