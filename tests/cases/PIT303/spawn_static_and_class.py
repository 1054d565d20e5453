# why: static and class methods block as well
import time

import gevent


class Jobs:
    @staticmethod
    def first():
        time.sleep(0.15)

    @classmethod
    def second(cls):
        cls.first()


gevent.joinall([gevent.spawn(Jobs.first), gevent.spawn(Jobs.second)])  # expect: PIT303
