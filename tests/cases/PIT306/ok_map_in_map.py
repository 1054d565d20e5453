# why: the iterator that map gives goes through the builtins map and filter
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
import concurrent.futures, operator, itertools, functools
import threading


def work(n):
    return 1 / n


def use36(ex: ThreadPoolExecutor):
    a = list(map(lambda r: r + 1, ex.map(work, [1])))
    return a


def use37(ex: ThreadPoolExecutor):
    a = set(map(str, ex.map(work, [1])))
    b = [*map(str, ex.map(work, [1]))]
    c = list(filter(lambda r: r, ex.map(work, [1])))
    return a, b, c


def use39(ex: ThreadPoolExecutor):
    m = map(work, [1])
    n = ex.map(work, m)
    for x in map(print, n):
        pass
