# why: axis="columns", and how="any" in words; one of two frames of a comprehension loses values.
import pandas as pd

a = pd.DataFrame({"id": [1, 2], "x": [1.5, None]})
b = pd.DataFrame({"id": [3, 4], "x": [2.5, 3.5]})
print(pd.concat([a.dropna(axis="columns", how="any"), b]))  # expect: PIT402
print(pd.concat([f.dropna(axis=1) for f in (a, b)]))  # expect: PIT402
