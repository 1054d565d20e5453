import time


def now():
    return time.time()


def day():
    return 86400.0
