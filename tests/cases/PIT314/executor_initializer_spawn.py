# why: under spawn the initializer is pickled for each worker
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def work(n):
    return n


if __name__ == "__main__":
    ctx = multiprocessing.get_context("spawn")
    try:
        with ProcessPoolExecutor(1, mp_context=ctx, initializer=lambda: None) as ex:  # expect: PIT314
            print(ex.submit(work, 1).exception())
    except Exception as e:
        print("failed", type(e))
