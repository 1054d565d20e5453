# why: one function collects, another concatenates.
import pandas as pd

PARTS = []


def collect(part):
    PARTS.append(part)


def build():
    return pd.concat(PARTS)  # expect: PIT401


collect(pd.DataFrame(columns=["id", "x"]))
collect(pd.DataFrame({"id": ["p"], "x": [0.5]}))
build()
