# why: a dropna whose result meets no concat.
import pandas as pd

a = pd.DataFrame({"id": [1, 2], "x": [1.5, None]})
c = a.dropna(axis=1)
print(c, pd.concat([a, a]))
