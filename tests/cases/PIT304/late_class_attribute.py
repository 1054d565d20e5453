# why: the class body took the old function
import time

import gevent


class Worker:
    pause = staticmethod(time.sleep)

    def work(self):
        self.pause(0.15)


from gevent import monkey

monkey.patch_all()  # expect: PIT304
gevent.spawn(Worker().work).join()
