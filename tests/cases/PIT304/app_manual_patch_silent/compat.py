import time

import gevent

time.sleep = gevent.sleep
