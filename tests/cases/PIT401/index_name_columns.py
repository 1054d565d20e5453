# why: columns by an Index, and by splitting a text.
import pandas as pd

cols = pd.Index(["id", "x"])
print(pd.concat([pd.DataFrame(columns=cols), pd.DataFrame([["p", 0.5]], columns=cols)]))  # expect: PIT401
cols2 = "id x".split()
print(pd.concat([pd.DataFrame(columns=cols2), pd.DataFrame([["p", 0.5]], columns=cols2)]))  # expect: PIT401
