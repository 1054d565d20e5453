# why: a deadline, an age of something from elsewhere, another clock, a clock that is handed in: none is a difference of two readings
import os
import time


class Cache:
    def __init__(self, clock=time.time):
        self.clock = clock
        self.made = clock()

    def age(self):
        return self.clock() - self.made


class Saved:
    """Written to disk and read again in another process, where only the wall clock means the same."""

    def __init__(self):
        self.at = time.time()

    def __getstate__(self):
        return {"at": self.at}

    def __setstate__(self, state):
        self.at = state["at"]

    def age(self):
        return time.time() - self.at


def wait(timeout):
    deadline = time.time() + timeout
    while time.time() < deadline:
        left = deadline - time.time()
        print(left > 0)
        break


def age_of(path, born=None):
    if born is None:
        born = os.path.getmtime(path)
    return time.time() - born


def elapsed():
    start = time.monotonic()
    ticks = time.perf_counter()
    return time.monotonic() - start, time.perf_counter() - ticks


def yesterday():
    return time.time() - 24 * 3600


def offset(server_time):
    return time.time() - server_time


wait(0.1)
print(Cache().age() >= 0, Saved().age() >= 0, age_of(__file__) > 0, elapsed()[0] >= 0, yesterday() > 0, offset(1.0) > 0)
