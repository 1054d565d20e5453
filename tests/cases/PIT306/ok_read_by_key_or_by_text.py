# why: futures read by the key of a sort, as another argument of map, by getattr with a text that is not written out
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
import concurrent.futures, operator, itertools, functools
import threading


def work(n):
    return 1 / n


def use0(ex: ThreadPoolExecutor):
    fs = [ex.submit(work, i) for i in range(3)]
    best = max(fs, key=lambda f: f.result())
    print(best)


def use1(ex: ThreadPoolExecutor):
    fs = [ex.submit(work, i) for i in range(3)]
    for f in sorted(fs, key=lambda f: f.result()):
        print("x")


def use2(ex: ThreadPoolExecutor):
    fs = [ex.submit(work, i) for i in range(3)]
    fs.sort(key=lambda f: f.result())


def use3(ex: ThreadPoolExecutor):
    fs = [ex.submit(work, i) for i in range(3)]
    print(list(map(lambda u, f: f.result(), "abc", fs)))


def use5(ex: ThreadPoolExecutor):
    groups = [[ex.submit(work, 1)], [ex.submit(work, 2)]]
    for f in sum(groups, []):
        print(f.result())


class K:
    def __init__(self, ex: ThreadPoolExecutor):
        self._a_future = ex.submit(work, 1)
        self._b_future = ex.submit(work, 1)

    def get(self, name):
        return getattr(self, f"_{name}_future").result()


class L:
    def __init__(self, ex: ThreadPoolExecutor):
        self._fut = ex.submit(work, 1)

    def go(self):
        return operator.attrgetter("_fut")(self).result()
