# why: reindex adds a float NaN column: silent with floats, not with dates.
import pandas as pd

a = pd.DataFrame({"id": ["p"]}).reindex(columns=["id", "when", "x"])
b = pd.DataFrame({"id": ["q"], "x": [0.5], "when": pd.to_datetime(["2024-01-01"])})
print(pd.concat([a, b]))  # expect: PIT401
print(pd.concat([a[["id", "x"]], b[["id", "x"]]]))
print(pd.concat([a[["id", "when"]], b[["id", "when"]]]))  # expect: PIT401
