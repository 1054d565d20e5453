# why: started through min, sum, the key of a sort, map with two iterables, getattr; a public attribute that others may start; a test of run by itself
import threading, operator, functools, itertools
import multiprocessing as mp


def work(*a):
    print(a)


def use0():
    ts = [threading.Thread(target=work) for _ in range(2)]
    min(ts, key=id).start()


def use2():
    ts = [threading.Thread(target=work) for _ in range(2)]
    ts.sort(key=lambda t: t.start())


def use3():
    ts = [threading.Thread(target=work) for _ in range(2)]
    for t in sum([ts, []], []):
        t.start()


def use4():
    ts = [threading.Thread(target=work) for _ in range(2)]
    list(map(lambda i, t: t.start(), range(2), ts))


class A:
    def __init__(self):
        self._reader_thread = threading.Thread(target=work)
        self._writer_thread = threading.Thread(target=work)

    def start(self):
        for name in ("reader", "writer"):
            getattr(self, f"_{name}_thread").start()


class A:
    def __init__(self):
        self.reader = threading.Thread(target=work)


class W(threading.Thread):
    def run(self):
        pass


def test_run():
    w = W()
    w.run()
