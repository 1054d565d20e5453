# why: the name was bound before the patch
import os
from os import waitpid

import gevent
from gevent import monkey

monkey.patch_all()  # expect: PIT304


def work():
    waitpid(os.spawnlp(os.P_NOWAIT, 'sleep', 'sleep', '0.15'), 0)


gevent.spawn(work).join()
