# why: __enter__ makes the seed.
from contextlib import contextmanager

import pandas as pd


class Session:
    def __enter__(self):
        self.table = pd.DataFrame(columns=["k", "v"])
        return self

    def __exit__(self, *exc):
        return False

    def add(self, k, v):
        self.table = pd.concat([self.table, pd.DataFrame({"k": [k], "v": [v]})])  # expect: PIT401


with Session() as session:
    session.add("a", 0.5)
