# why: loc and at set values: the dtypes are not known any more.
import pandas as pd

t = pd.DataFrame(columns=["k", "v"])
t.loc[0] = ["a", 0.5]
t = pd.concat([t, pd.DataFrame({"k": ["b"], "v": [0.5]})])
u = pd.DataFrame({"k": ["a"], "v": [None]})
u.at[0, "v"] = 0.5
u = pd.concat([u, pd.DataFrame({"k": ["b"], "v": [0.5]})])
