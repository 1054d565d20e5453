# why: no column has an NA, so dropna takes none.
import pandas as pd

a = pd.DataFrame({"id": [1, 2], "x": [1.5, 2.5]}).dropna(axis=1)
b = pd.DataFrame({"id": [3, 4], "x": [2.5, 3.5]}).dropna(axis=1, how="all")
print(pd.concat([a, b]))
