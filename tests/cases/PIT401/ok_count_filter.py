# why: filters that ask the column itself leave the all-NA part out.
import pandas as pd

frames = [pd.DataFrame({"a": ["p"], "x": [None]}), pd.DataFrame({"a": ["q"], "x": [0.5]})]
print(pd.concat([f for f in frames if f["x"].notna().any()]))
print(pd.concat([f for f in frames if not f["x"].isna().all()]))
print(pd.concat([f for f in frames if f["x"].count()]))
print(pd.concat([f for f in frames if not f.isna().any().any()]))
