import time


def refresh():
    time.sleep(0.15)
