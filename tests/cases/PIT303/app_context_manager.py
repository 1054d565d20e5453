# why: leaving the with block waits
import contextlib
import time

import gevent


@contextlib.contextmanager
def throttled():
    yield
    time.sleep(0.15)


def job():
    with throttled():
        gevent.sleep(0.01)


def main():
    greenlets = [gevent.spawn(job) for _ in range(2)]  # expect: PIT303
    gevent.joinall(greenlets)


main()
