# why: one column set gives an empty frame rows: the other is NA until it is set too.
import pandas as pd

df = pd.DataFrame(columns=["k", "v"])
df["k"] = ["a", "b"]
print(pd.concat([df, pd.DataFrame({"k": ["b"], "v": [0.5]})]))  # expect: PIT401
df["v"] = [0.5, 0.25]
print(pd.concat([df, pd.DataFrame({"k": ["b"], "v": [0.5]})]))
