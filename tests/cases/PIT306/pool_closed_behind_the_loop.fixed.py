# why: apply_async in a loop, close and join: the exceptions are lost
from multiprocessing.pool import ThreadPool


def resize(name):
    return open(name).read()


def main(names):
    pool = ThreadPool(3)
    tasks = []
    for name in names:
        tasks.append(pool.apply_async(resize, (name,)))
    pool.close()
    pool.join()
    for result in tasks:
        result.get()


main(["a", "b"])
