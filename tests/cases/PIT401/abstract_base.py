# why: a base class makes an empty frame where its subclass has no rows.
from abc import ABC, abstractmethod

import pandas as pd


class Source(ABC):
    @abstractmethod
    def rows(self):
        ...

    def frame(self):
        rows = self.rows()
        if not rows:
            return pd.DataFrame(columns=["name", "size"])
        return pd.DataFrame(rows)


class Empty(Source):
    def rows(self):
        return []


class Full(Source):
    def rows(self):
        return [{"name": "a", "size": 1.5}]


print(pd.concat([source.frame() for source in (Empty(), Full())]))  # expect: PIT401
