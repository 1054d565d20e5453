# why: several columns set at once.
import numpy as np
import pandas as pd

a = pd.DataFrame({"k": ["a"]})
a[["v", "w"]] = np.nan
b = pd.DataFrame({"k": ["b"], "v": pd.to_datetime(["2024-01-01"]), "w": [0.5]})
print(pd.concat([a, b]))  # expect: PIT401
for col in ("v", "w"):
    a[col] = None
print(pd.concat([a, b]))  # expect: PIT401
