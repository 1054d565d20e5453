import time


def tick():
    time.sleep(0.15)
