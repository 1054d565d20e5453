# why: a helper returns an empty frame early for one name.
import pandas as pd


def load(name):
    if name == "none":
        return pd.DataFrame(columns=["n", "x"])
    return pd.DataFrame({"n": [name], "x": [0.5]})


out = pd.concat([load(n) for n in ("a", "none")])  # expect: PIT401
