# why: a loop adds the other frame's columns as None.
import pandas as pd

a = pd.DataFrame({"k": ["a"]})
b = pd.DataFrame({"k": ["b"], "v": [0.5], "w": pd.to_datetime(["2024-01-01"])})
for col in b.columns:
    if col not in a.columns:
        a[col] = None
print(pd.concat([a, b[a.columns]]))  # expect: PIT401
