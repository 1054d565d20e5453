# why: a seed with the right dtypes is silent, and warns again once it is cast to object.
import pandas as pd

seed = pd.DataFrame({"id": pd.Series(dtype=object), "x": pd.Series(dtype=float), "when": pd.Series(dtype="datetime64[ns]")})
part = pd.DataFrame({"id": ["p"], "x": [0.5], "when": pd.to_datetime(["2024-01-01"])})
print(pd.concat([seed, part]))
print(pd.concat([seed.astype(object), part]))  # expect: PIT401
