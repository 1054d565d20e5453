from functools import lru_cache

from .cache import Cache, MemoryStore, Store


class Weather:
    def __init__(self):
        self.cache = Cache(Store())
        self.quick = Cache(MemoryStore())

    def today(self, city):
        return self.cache.load(city)

    def fast(self, city):
        return self.quick.load(city)


@lru_cache(maxsize=1)
def weather():
    return Weather()
