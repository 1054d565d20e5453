# why: a generator function yields an empty frame first.
import pandas as pd


def parts():
    yield pd.DataFrame(columns=["a", "x"])
    for n in range(2):
        yield pd.DataFrame({"a": [str(n)], "x": [n / 2]})


print(pd.concat(parts()))  # expect: PIT401
