# why: insert and loc[:, name] make a column of None.
import pandas as pd

a = pd.DataFrame({"id": ["p"]})
a.insert(1, "x", None)
b = pd.DataFrame({"id": ["q"], "x": [0.5]})
print(pd.concat([a, b]))  # expect: PIT401
c = pd.DataFrame({"id": ["p"]})
c.loc[:, "x"] = None
print(pd.concat([c, b]))  # expect: PIT401
