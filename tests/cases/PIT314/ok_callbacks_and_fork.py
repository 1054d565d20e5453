# why: callbacks run in the parent; sort keys; module functions; a forked Process takes a lambda
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import Pool


def add(a, b=1):
    return a + b


class Job:
    def work(self, n):
        return n


def main():
    seen = []
    with Pool(1) as pool:
        pool.apply_async(add, (1,), callback=lambda n: seen.append(n), error_callback=lambda e: print(e)).get()
        print(sorted(pool.map(partial(add, b=2), [2, 1]), key=lambda n: -n), pool.map(Job().work, [1]))
    with ProcessPoolExecutor(1) as ex:
        f = ex.submit(add, 1)
        f.add_done_callback(lambda done: print(done.result()))
    p = multiprocessing.get_context("fork").Process(target=lambda: print("forked"))
    p.start()
    p.join()


if __name__ == "__main__":
    main()
