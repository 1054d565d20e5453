# why: the futures leave: returned, yielded, put into a queue, kept in an attribute that others read
import queue
from concurrent.futures import ThreadPoolExecutor, as_completed


def load(n):
    return n * 2


def start(ex, n):
    return ex.submit(load, n)


def start_many(ex):
    for n in range(2):
        yield ex.submit(load, n)


class Batch:
    def __init__(self, ex):
        self.jobs = [ex.submit(load, n) for n in range(2)]

    def results(self):
        return [job.result() for job in self.jobs]


with ThreadPoolExecutor() as ex:
    waiting = queue.Queue()
    waiting.put(ex.submit(load, 1))
    print(start(ex, 3).result(), [f.result() for f in start_many(ex)], Batch(ex).results(), waiting.get().result())
    futures = [ex.submit(load, n) for n in range(3)]
    while futures:
        print(futures.pop().result())
    todo = {}
    for n in range(3):
        todo[n] = ex.submit(load, n)
    for n, f in todo.items():
        print(n, f.result())
    print([f.result() for f in as_completed([ex.submit(load, 9)])])
    a, b = ex.submit(load, 1), ex.submit(load, 2)
    print(a.result() + b.result())
