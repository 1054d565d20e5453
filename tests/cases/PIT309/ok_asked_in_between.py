# why: the answer decides: a start under it, a return before it, a thread made anew, a helper that may make one
import threading
import time


def work():
    time.sleep(0.01)


class Keeper:
    def __init__(self):
        self.worker = threading.Thread(target=work)
        self.worker.start()

    def renew(self):
        self.worker = threading.Thread(target=work)
        self.worker.start()

    def watch(self):
        self.worker.join()
        if not self.worker.is_alive():
            self.renew()
        self.worker.join()


def made_anew():
    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    if not worker.is_alive():
        worker = threading.Thread(target=work)
        worker.start()


def left():
    worker = threading.Thread(target=work)
    worker.start()
    if worker.is_alive() or worker.ident:
        return
    worker.start()


Keeper().watch()
made_anew()
left()
