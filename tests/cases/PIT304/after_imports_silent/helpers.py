import threading
import time


def pause(seconds):
    time.sleep(seconds)


class Counter:
    def __init__(self):
        self.lock = threading.Lock()
