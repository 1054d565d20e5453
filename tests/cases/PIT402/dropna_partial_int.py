# why: two columns have an NA among values: a number and a text.
import numpy as np
import pandas as pd

a = pd.DataFrame({"id": [1, 2], "n": [np.nan, 2], "s": ["x", None]})
b = pd.DataFrame({"id": [3], "n": [4], "s": ["y"]})
out = pd.concat([a.dropna(axis=1), b])  # expect: PIT402
