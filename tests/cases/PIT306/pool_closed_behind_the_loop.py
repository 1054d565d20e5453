# why: apply_async in a loop, close and join: the exceptions are lost
from multiprocessing.pool import ThreadPool


def resize(name):
    return open(name).read()


def main(names):
    pool = ThreadPool(3)
    for name in names:
        pool.apply_async(resize, (name,))  # expect: PIT306
    pool.close()
    pool.join()


main(["a", "b"])
