# why: callback= is called with results only: an exception of the task reaches nobody
from multiprocessing.pool import ThreadPool


def load(n):
    return 10 // n


seen = []
with ThreadPool(2) as pool:
    pool.apply_async(load, (0,), callback=seen.append)  # expect: PIT306
    pool.close()
    pool.join()
print(seen)
