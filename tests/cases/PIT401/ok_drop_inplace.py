# why: drop in place takes the column away.
import pandas as pd

a = pd.DataFrame({"k": ["a"], "v": [None]})
a.drop(columns=["v"], inplace=True)
print(pd.concat([a, pd.DataFrame({"k": ["b"], "v": [0.5]})]))
