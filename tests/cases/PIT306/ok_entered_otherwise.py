# why: each is read, and a pool of this module asks its futures itself
import contextlib
from concurrent.futures import ThreadPoolExecutor


def load(n):
    print(n * 2)


class Asking(ThreadPoolExecutor):
    def submit(self, fn, *args):
        future = super().submit(fn, *args)
        future.add_done_callback(lambda f: print(f.exception()))
        return future


class Given:
    def __enter__(self):
        return []

    def __exit__(self, *exc):
        pass


class Sub(Given):
    pass


with contextlib.ExitStack() as stack:
    ex = stack.enter_context(ThreadPoolExecutor(2))
    print([f.exception() for f in [ex.submit(load, n) for n in range(2)]])
    stack.enter_context(Sub()).append(1)
with Asking() as pool:
    pool.submit(load, 1)
