# why: a renamed column counts under its new name, a dropped one not at all.
import pandas as pd

seed = pd.DataFrame(columns=["id", "value"]).rename(columns={"value": "x"})
b = pd.DataFrame({"id": ["q"], "x": [0.5]})
print(pd.concat([seed, b]))  # expect: PIT401
print(pd.concat([seed.drop(columns="x"), b]))
print(pd.concat([seed.drop(columns=["x"]), b]))
print(pd.concat([seed.drop("x", axis=1), b]))
