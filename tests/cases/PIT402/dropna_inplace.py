# why: dropna(axis=1) in place.
import pandas as pd

a = pd.DataFrame({"id": [1, 2], "x": [1.5, None]})
b = pd.DataFrame({"id": [3, 4], "x": [2.5, 3.5]})
a.dropna(axis=1, inplace=True)  # expect: PIT402
out = pd.concat([a, b], ignore_index=True)
