import time


def third():
    time.sleep(0.15)
