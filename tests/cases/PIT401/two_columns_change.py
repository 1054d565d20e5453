# why: a float and a date column change, the ints and texts do not.
import pandas as pd

seed = pd.DataFrame(columns=["id", "x", "when", "n"])
part = pd.DataFrame({"id": ["p"], "x": [0.5], "when": pd.to_datetime(["2024-01-01"]), "n": [1]})
print(pd.concat([seed, part]))  # expect: PIT401
