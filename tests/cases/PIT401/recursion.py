# why: a function that calls itself begins with an empty frame.
import pandas as pd


def walk(depth):
    if depth == 0:
        return pd.DataFrame(columns=["d", "v"])
    return pd.concat([walk(depth - 1), pd.DataFrame({"d": [str(depth)], "v": [depth / 2]})])  # expect: PIT401


walk(2)
