# why: a Series of None as a column; after fillna it has values.
import pandas as pd

old = pd.DataFrame({"id": ["p", "q"]})
old["x"] = pd.Series([None, None], dtype=object)
new = pd.DataFrame({"id": ["r"], "x": [0.5]})
print(pd.concat([old, new]))  # expect: PIT401
old["x"] = old["x"].fillna(0.0)
print(pd.concat([old, new]))
