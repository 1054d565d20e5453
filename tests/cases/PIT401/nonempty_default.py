# why: the default None becomes an empty frame.
import pandas as pd


def extend(new, old=None):
    if old is None:
        old = pd.DataFrame(columns=["id", "x"])
    return pd.concat([old, new])  # expect: PIT401


extend(pd.DataFrame({"id": ["p"], "x": [0.5]}))
