# why: apply_async gets None, which no worker can call
from multiprocessing.pool import ThreadPool


def load(n):
    print(n)


with ThreadPool(1) as pool:
    r = pool.apply_async(load(3))  # expect: PIT310
    try:
        r.get()
    except TypeError as e:
        print(e)
