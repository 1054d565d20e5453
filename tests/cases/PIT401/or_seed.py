# why: a conditional expression makes the empty frame where none is given.
import pandas as pd


def extend(new, old=None):
    return pd.concat([pd.DataFrame(columns=["id", "x"]) if old is None else old, new])  # expect: PIT401


extend(pd.DataFrame({"id": ["p"], "x": [0.5]}))
extend(pd.DataFrame({"id": ["p"], "x": [0.5]}), pd.DataFrame({"id": ["p"], "x": [0.5]}))
