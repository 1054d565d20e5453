# why: dropna in the middle of a chain.
import pandas as pd

a = pd.DataFrame({"id": [1, 2], "x": [1.5, None]}).dropna(axis=1).rename(columns={"id": "key"}).reset_index(drop=True)  # expect: PIT402
b = pd.DataFrame({"key": [3, 4], "x": [2.5, 3.5]})
print(pd.concat([a, b], ignore_index=True))
