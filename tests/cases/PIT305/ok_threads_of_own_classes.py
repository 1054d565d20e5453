# why: one thread, one that sleeps, ones that wait for a queue or for others
# options: --select PIT305
import queue
import threading
import time


class One(threading.Thread):
    def run(self):
        t = 0
        while t < 10 ** 7:
            t += 1


One().start()


class Poll(threading.Thread):
    def run(self):
        while True:
            time.sleep(1)


for _ in range(3):
    Poll().start()


class Drain(threading.Thread):
    def __init__(self, q):
        super().__init__()
        self.q = q

    def run(self):
        while True:
            item = self.q.get()
            if item is None:
                return


for _ in range(3):
    Drain(queue.Queue()).start()


def drain(q):
    total = 0
    while True:
        n = q.get()
        if n is None:
            return total
        total += n


for _ in range(3):
    threading.Thread(target=drain, args=(queue.Queue(),)).start()
