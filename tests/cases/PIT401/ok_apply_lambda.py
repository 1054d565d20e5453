# why: apply and map give a column values that are not known.
import pandas as pd

df = pd.DataFrame({"k": ["a"], "v": [None]})
df["v"] = df["k"].apply(len)
print(pd.concat([df, pd.DataFrame({"k": ["b"], "v": [0.5]})]))
df["v"] = df["k"].map({"a": 0.5})
print(pd.concat([df, pd.DataFrame({"k": ["b"], "v": [0.5]})]))
