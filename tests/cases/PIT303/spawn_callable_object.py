# why: the object's __call__ blocks
import time

import gevent


class Job:
    def __call__(self):
        time.sleep(0.15)


gevent.spawn(Job()).join()  # expect: PIT303
