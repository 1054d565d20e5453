# why: thresh=2 drops a column with one value, thresh=1 does not.
import pandas as pd

a = pd.DataFrame({"id": [1, 2], "x": [1.5, None]})
b = pd.DataFrame({"id": [3, 4], "x": [2.5, 3.5]})
print(pd.concat([a.dropna(axis=1, thresh=2), b]))  # expect: PIT402
print(pd.concat([a.dropna(axis=1, thresh=1), b]))
