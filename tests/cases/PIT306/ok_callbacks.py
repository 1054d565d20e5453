# why: a done callback and an error callback see the exception
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool


def load(n):
    return 10 // n


def report(future):
    print("ended with", future.exception())


with ThreadPoolExecutor() as ex:
    ex.submit(load, 0).add_done_callback(report)
    f = ex.submit(load, 0)
    f.add_done_callback(report)

with ThreadPool(1) as pool:
    pool.apply_async(load, (0,), error_callback=print)
    pool.apply_async(load, (0,), {}, None, print)
    pool.close()
    pool.join()
