# why: the method's assignment makes a local; the loop goes on
import threading
import time

stop_requested = False


def worker():
    while not stop_requested:
        time.sleep(0.01)


class Controller:
    def __init__(self):
        self.thread = threading.Thread(target=worker, daemon=True)

    def stop(self):
        stop_requested = True  # expect: PIT312
        self.thread.join(6)


c = Controller()
c.thread.start()
c.stop()
