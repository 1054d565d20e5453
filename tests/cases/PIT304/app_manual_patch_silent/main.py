# why: compat.py puts gevent.sleep into the time module
import compat
import jobs

jobs.start().join()
