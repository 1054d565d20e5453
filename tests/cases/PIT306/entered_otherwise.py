# why: the pool is entered by an ExitStack, or is of a class of this module that changes nothing of it
import contextlib
from concurrent.futures import ThreadPoolExecutor


def load(n):
    print(n * 2)


class Pool(ThreadPoolExecutor):
    pass


with contextlib.ExitStack() as stack:
    ex = stack.enter_context(ThreadPoolExecutor(2))
    [ex.submit(load, n) for n in range(2)]  # expect: PIT306
with Pool() as pool:
    pool.submit(load, 1)  # expect: PIT306
