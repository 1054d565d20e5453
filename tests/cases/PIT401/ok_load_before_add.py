# why: another method replaces the seed before the first row comes.
import pandas as pd


class Store:
    def __init__(self):
        self.df = pd.DataFrame(columns=["a", "x"])

    def load(self, rows):
        self.df = pd.DataFrame(rows)

    def add(self, a: str, x: float):
        self.df = pd.concat([self.df, pd.DataFrame([{"a": a, "x": x}])])


s = Store()
s.load([{"a": "p", "x": 1.5}])
s.add("s", 0.5)
