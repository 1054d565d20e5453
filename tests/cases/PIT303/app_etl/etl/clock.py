import time as _time


def backoff(number):
    _time.sleep(0.1 * (number + 1))
