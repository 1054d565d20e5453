# why: in place, in a loop over a tuple of frames; the column is all NA in both.
import pandas as pd

a = pd.DataFrame({"id": [1, 2], "x": [None, None]})
b = pd.DataFrame({"id": [3, 4], "x": [None, None]})
for frame in (a, b):
    frame.dropna(axis=1, how="all", inplace=True)
out = pd.concat([a, b])  # expect: PIT402
