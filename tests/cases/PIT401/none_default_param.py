# why: the None is a parameter's default.
import pandas as pd


def row(k, v=None):
    return pd.DataFrame([{"k": k, "v": v}])


table = row("a", 0.5)
table = pd.concat([table, row("b")])  # expect: PIT401
