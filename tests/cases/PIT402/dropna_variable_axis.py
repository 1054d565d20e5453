# why: axis and how are constants of the module.
import pandas as pd

AXIS = 1
HOW = "any"
a = pd.DataFrame({"id": [1, 2], "x": [1.5, None]})
b = pd.DataFrame({"id": [3, 4], "x": [2.5, 3.5]})
print(pd.concat([a.dropna(axis=AXIS, how=HOW), b]))  # expect: PIT402
