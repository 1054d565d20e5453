# why: the concat stands in a finally.
import pandas as pd

table = pd.DataFrame(columns=["id", "x"])
try:
    part = pd.DataFrame({"id": ["p"], "x": [0.5]})
finally:
    table = pd.concat([table, part])  # expect: PIT401
