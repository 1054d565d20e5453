# why: the retry decorator sleeps between two tries
import functools
import time

import gevent


def retry(times, delay):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(times):
                try:
                    return function(*args, **kwargs)
                except ValueError:
                    time.sleep(delay)
            return None

        return wrapper

    return decorate


@retry(2, 0.15)
def fragile(n):
    raise ValueError(n)


if __name__ == "__main__":
    gevent.joinall([gevent.spawn(fragile, n) for n in range(2)])  # expect: PIT303
