# why: the cleaned frame is an attribute.
import pandas as pd


class Joined:
    def __init__(self, left, right):
        self.left = left.dropna(axis=1)  # expect: PIT402
        self.right = right

    def all(self):
        return pd.concat([self.left, self.right])


Joined(pd.DataFrame({"id": [1, 2], "x": [1.5, None]}), pd.DataFrame({"id": [3], "x": [2.5]})).all()
