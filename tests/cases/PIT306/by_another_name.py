# why: the method under a name of its own; an iterator that is only printed
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
import concurrent.futures, operator, itertools, functools
import threading


def work(n):
    return 1 / n


def use34(ex: ThreadPoolExecutor):
    submit = ex.submit
    futures = [submit(work, i) for i in range(3)]  # expect: PIT306
    wait(futures)


def use44(ex: ThreadPoolExecutor):
    results = ex.map(work, [1])  # expect: PIT306
    print("done", results)
