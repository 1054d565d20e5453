# why: the seed has its dtypes from a schema.
import pandas as pd

SCHEMA = {"a": "object", "x": "float64"}


class Store:
    def __init__(self):
        self.table = pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in SCHEMA.items()})

    def add(self, a, x):
        self.table = pd.concat([self.table, pd.DataFrame({"a": [a], "x": [x]})], ignore_index=True)


store = Store()
store.add("s", 0.5)
