# why: the seed is made by the base class's __init__, with a class attribute as columns.
import pandas as pd


class Base:
    COLUMNS = ["k", "v"]

    def __init__(self):
        self.frame = pd.DataFrame(columns=self.COLUMNS)


class Child(Base):
    def push(self, k, v):
        self.frame = pd.concat([self.frame, pd.DataFrame([[k, v]], columns=self.COLUMNS)])  # expect: PIT401


c = Child()
c.push("a", 0.5)
