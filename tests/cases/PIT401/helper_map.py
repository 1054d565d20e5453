# why: map over a helper that returns an empty frame for odd numbers.
import pandas as pd


def load(n):
    if n % 2:
        return pd.DataFrame(columns=["n", "x"])
    return pd.DataFrame({"n": [n], "x": [n / 2]})


out = pd.concat(map(load, range(3)))  # expect: PIT401
