# why: the loop's work stands in a try that logs everything; beside it the task only waits
import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def work(n=1):
    return 1 / n


class Loop:
    def __init__(self):
        self.stop = threading.Event()

    def run(self):
        while not self.stop.is_set():
            try:
                work()
            except Exception:
                logging.exception("x")
            self.stop.wait(1)


loop = Loop()
ex = ThreadPoolExecutor()
ex.submit(loop.run)


def beat():
    while not loop.stop.is_set():
        time.sleep(0.01)
        try:
            work(0)
        except Exception:
            logging.exception("beat")


ex.submit(beat)
loop.stop.set()
