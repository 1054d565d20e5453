# why: the dropna stands in a helper.
import pandas as pd


def clean(frame):
    return frame.dropna(axis=1)  # expect: PIT402


a = pd.DataFrame({"id": [1, 2], "x": [1.5, None]})
b = pd.DataFrame({"id": [3, 4], "x": [2.5, 3.5]})
print(pd.concat([clean(a), clean(b)]))
