# why: the empty frame is a property.
import pandas as pd


class Box:
    @property
    def empty(self):
        return pd.DataFrame(columns=["t", "v"])

    def build(self):
        return pd.concat([self.empty, pd.DataFrame({"t": ["a"], "v": [1.5]})])  # expect: PIT401


Box().build()
