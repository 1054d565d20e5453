# why: the table begins as None and is replaced by the first frame.
import pandas as pd


class Cache:
    def __init__(self):
        self.table = None

    def add(self, frame):
        if self.table is None:
            self.table = frame
        else:
            self.table = pd.concat([self.table, frame])


cache = Cache()
cache.add(pd.DataFrame({"a": ["s"], "x": [0.5]}))
cache.add(pd.DataFrame({"a": ["s"], "x": [0.5]}))
