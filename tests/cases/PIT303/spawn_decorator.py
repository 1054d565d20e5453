# why: the decorator spawns the function
import time

import gevent


def background(function):
    def wrapper(*args):
        return gevent.spawn(function, *args)  # expect: PIT303

    return wrapper


@background
def work():
    time.sleep(0.15)


work().join()
