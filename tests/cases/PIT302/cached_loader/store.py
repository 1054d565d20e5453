import functools
import threading
import time

CONFIG = {"b": 2}


@functools.lru_cache(maxsize=None)
def load_rates():
    time.sleep(0.12)
    return {"eur": 1.1}


@functools.cache
def get_config():
    return {"a": 1}


class Cache:
    def __init__(self, ttl):
        self.ttl = ttl
        self.lock = threading.RLock()
        self.items = {}

    def get(self, key, default=None):
        with self.lock:
            value, until = self.items.get(key, (default, 0))
            return value if until > time.monotonic() else default

    def set(self, key, value):
        with self.lock:
            self.items[key] = (value, time.monotonic() + self.ttl)
