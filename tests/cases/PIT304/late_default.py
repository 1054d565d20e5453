# why: the default argument was bound before the patch
import time

import gevent


def work(pause=time.sleep):
    pause(0.15)


from gevent import monkey

monkey.patch_all()  # expect: PIT304
gevent.spawn(work).join()
