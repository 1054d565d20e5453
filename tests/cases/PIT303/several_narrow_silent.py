# why: the two patches cover what the greenlet does
from gevent import monkey

monkey.patch_time()
monkey.patch_subprocess()

import subprocess
import time

import gevent


def work():
    time.sleep(0.1)
    subprocess.run(["sleep", "0.1"])


gevent.spawn(work).join()
