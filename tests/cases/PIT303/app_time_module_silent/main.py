# why: jobs.py looks sleep up in the module, which is patched in place
from jobs import start
from gevent import monkey

monkey.patch_all()
start().join()
