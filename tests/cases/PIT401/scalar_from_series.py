# why: a mean of ints is a float, a sum of ints an int.
import pandas as pd

src = pd.DataFrame({"k": ["a", "b"], "v": [1, 2]})
table = pd.DataFrame(columns=["k", "mean"])
table = pd.concat([table, pd.DataFrame({"k": ["all"], "mean": [src["v"].mean()]})])  # expect: PIT401
table2 = pd.concat([pd.DataFrame(columns=["k", "mean"]), pd.DataFrame({"k": ["all"], "mean": [src["v"].sum()]})])
