# why: submit and apply_async take the function first
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool


def work():
    return 1


with ThreadPoolExecutor(1) as ex, ThreadPool(1) as pool:
    print(ex.submit(work).result(), pool.apply_async(work).get())
