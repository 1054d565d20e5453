# why: what a method gives back is read by those who call it elsewhere; the call in it is of what it overrides, or of what it wraps
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event


class Blocking(ThreadPoolExecutor):
    def __init__(self) -> None:
        self._proceed = Event()
        super().__init__()

    def submit(self, fn, *args, **kwargs):
        def _blocked_fn():
            proceed = self._proceed.wait(60)
            assert proceed
            return fn(*args, **kwargs)

        return super().submit(_blocked_fn)

    def allow(self):
        self._proceed.set()


class Named(ThreadPoolExecutor):
    def submit(self, fn, *args):
        return super().submit(fn, *args)


class Wrapper:
    def __init__(self):
        self.pool = ThreadPoolExecutor()

    def submit(self, n):
        return self.pool.submit(work, n)

    def map(self, n):
        return self.pool.map(work, n)

    def __call__(self, n):
        return self.pool.submit(work, n)

    def __enter__(self):
        return self.pool.submit(work, 1)

    def __iter__(self):
        yield self.pool.submit(work, 1)

    @property
    def future(self):
        return self.pool.submit(work, 1)

    def _private(self):
        return self.pool.submit(work, 1)


def work(n):
    return 1 / n
