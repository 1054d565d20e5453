# why: the future is kept on a private attribute that nothing reads
from concurrent.futures import ThreadPoolExecutor


def refresh():
    raise ValueError("no data")


class Cache:
    def __init__(self):
        self._pool = ThreadPoolExecutor(1)
        self._job = None

    def start(self):
        self._job = self._pool.submit(refresh)  # expect: PIT306

    def close(self):
        self._pool.shutdown()


cache = Cache()
cache.start()
cache.close()
