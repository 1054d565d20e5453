import time
from functools import cached_property


def fetch_joke():
    time.sleep(0.1)
    return "knock knock"


class Quotes:
    @cached_property
    def all(self):
        time.sleep(0.1)
        return ["q"]

    def today(self):
        return self.all[0]
