# why: the dropped column is set again before the concat.
import pandas as pd

a = pd.DataFrame({"id": [1, 2], "x": [1.5, None]}).dropna(axis=1)
a["x"] = 0.0
b = pd.DataFrame({"id": [3, 4], "x": [2.5, 3.5]})
out = pd.concat([a, b])
