# why: the frames are cleaned by map and a lambda; the column is all NA in both.
import pandas as pd

frames = [pd.DataFrame({"id": [1, 2], "x": [None, None]}), pd.DataFrame({"id": [3, 4], "x": [None, None]})]
print(pd.concat(map(lambda f: f.dropna(axis=1, how="all"), frames)))  # expect: PIT402
