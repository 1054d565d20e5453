# why: a pool that is made when it is first asked for, in a function and in a property
from concurrent.futures import ThreadPoolExecutor


def work(n=1):
    return 1 / n


_pool = None


def pool():
    global _pool
    if _pool is None:
        _pool = ThreadPoolExecutor(4)
    return _pool


def background(fn, *args):
    pool().submit(fn, *args)


def save():
    pool().submit(work, 0)  # expect: PIT306


save()


class Lazy:
    _pool = None

    @property
    def pool(self):
        if self._pool is None:
            self._pool = ThreadPoolExecutor()
        return self._pool

    def save(self):
        self.pool.submit(work, 0)  # expect: PIT306

    def load(self):
        return self.pool.submit(work, 0)


Lazy().save()
