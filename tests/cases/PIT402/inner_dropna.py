# why: dropna takes x from one frame, join="inner" then loses the other's values.
import pandas as pd

a = pd.DataFrame({"id": [1], "x": [None]})
b = pd.DataFrame({"id": [2], "x": [2.5]})
print(pd.concat([a.dropna(axis=1, how="all"), b], join="inner"))  # expect: PIT402
