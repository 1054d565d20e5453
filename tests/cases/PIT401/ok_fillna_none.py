# why: fillna gives the column values.
import pandas as pd

old = pd.DataFrame({"id": ["p", "q"], "x": [None, None]})
new = pd.DataFrame({"id": ["r"], "x": [0.5]})
print(pd.concat([old.fillna(""), new]))
print(pd.concat([old.fillna({"x": 0}), new]))
print(pd.concat([old.fillna(0), new]))
