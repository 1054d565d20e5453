# why: the seed is made by a static method.
import pandas as pd


class T:
    @staticmethod
    def blank():
        return pd.DataFrame(columns=["k", "v"])

    @classmethod
    def make(cls, k):
        return pd.concat([cls.blank(), pd.DataFrame({"k": [k], "v": [0.5]})])  # expect: PIT401


T.make("a")
