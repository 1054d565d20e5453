# why: a rounded quotient.
import pandas as pd

table = pd.DataFrame(columns=["k", "v"])
for k in ["aa", "bbb"]:
    v = round(len(k) / 3, 2)
    table = pd.concat([table, pd.DataFrame({"k": [k], "v": v})])  # expect: PIT401
