import time


class Cache:
    def __init__(self, store):
        self._store = store
        self._items = {}

    def load(self, key):
        if key not in self._items:
            self._items[key] = self._store.fetch(key)
        return self._items[key]


class Store:
    def fetch(self, key):
        time.sleep(0.15)
        return key


class MemoryStore:
    def fetch(self, key):
        return key
