# why: a public attribute of a class that nobody here makes: whoever makes one may read it
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
import concurrent.futures, operator, itertools, functools
import threading


def work(n):
    return 1 / n


class L:
    def __init__(self, ex: ThreadPoolExecutor):
        self.fut = ex.submit(work, 1)


get = operator.attrgetter("fut")
