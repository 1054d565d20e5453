# why: del and pop take the column away.
import pandas as pd

a = pd.DataFrame({"k": ["a"], "v": [None]})
del a["v"]
print(pd.concat([a, pd.DataFrame({"k": ["b"], "v": [0.5]})]))
b = pd.DataFrame({"k": ["a"], "v": [None]})
b.pop("v")
print(pd.concat([b, pd.DataFrame({"k": ["b"], "v": [0.5]})]))
