# why: the chain drops x with its values on the way
import pandas as pd

a = pd.DataFrame({"id": [1, 2], "x": [1.5, None]})
b = pd.DataFrame({"id": [3], "x": [2.5]})
a = (
    a.reset_index(drop=True)
    .dropna(axis=1)  # expect: PIT402
    .rename(columns={"id": "key"})
)
print(pd.concat([a, b]))
