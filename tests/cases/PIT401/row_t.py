# why: a Series with a None, turned into a row: all objects.
import pandas as pd

table = pd.DataFrame({"id": ["q"], "x": [0.5]})
row = pd.Series({"id": "r", "x": None})
print(pd.concat([table, row.to_frame().T]))  # expect: PIT401
