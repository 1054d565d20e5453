# why: what dropna took stays gone through reset_index.
import pandas as pd

a = pd.DataFrame({"id": [1, 2], "x": [None, None]}).dropna(axis=1, how="all").reset_index(drop=True)
b = pd.DataFrame({"id": [3, 4]})
out = pd.concat([a, b])  # expect: PIT402
