# why: dropna of columns before the concat is right here; dropna of rows leaves the column: how="all" keeps the row.
import pandas as pd

frames = [pd.DataFrame({"a": ["s"], "x": [None]}), pd.DataFrame({"a": ["s"], "x": [0.5]})]
print(pd.concat([f.dropna(how="all", axis=1) for f in frames]))
print(pd.concat([f.dropna(axis="columns", how="all") for f in frames]))
print(pd.concat([f.dropna(how="all") for f in frames]))  # expect: PIT401
print(pd.concat([f.dropna() for f in frames if len(f)]))  # expect: PIT401
