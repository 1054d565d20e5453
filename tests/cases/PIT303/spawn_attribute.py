# why: the function comes through the constructor
import time

import gevent


class Runner:
    def __init__(self, function):
        self.function = function

    def start(self):
        return gevent.spawn(self.function)  # expect: PIT303


def work():
    time.sleep(0.15)


Runner(work).start().join()
