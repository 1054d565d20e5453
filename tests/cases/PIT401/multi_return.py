# why: a helper returns two frames.
import pandas as pd


def split(df):
    good = df[df["v"] > 0]
    bad = pd.DataFrame(columns=["k", "v"])
    return good, bad


src = pd.DataFrame({"k": ["a"], "v": [0.5]})
good, bad = split(src)
print(pd.concat([good, bad]))  # expect: PIT401
