# why: the columns of the other frame; with its dtypes or its rows it is silent.
import pandas as pd

b = pd.DataFrame({"id": ["q"], "x": [0.5]})
print(pd.concat([pd.DataFrame(columns=b.columns), b]))  # expect: PIT401
print(pd.concat([pd.DataFrame(columns=b.columns).astype(b.dtypes), b]))
print(pd.concat([pd.DataFrame(columns=list(b.columns)), b]))  # expect: PIT401
print(pd.concat([b.iloc[0:0], b]))
print(pd.concat([pd.DataFrame(index=[0], columns=b.columns), b]))  # expect: PIT401
print(pd.concat([pd.DataFrame(columns=b.columns, index=b.index), b]))  # expect: PIT401
print(pd.concat([pd.DataFrame(columns=b.keys()), b]))  # expect: PIT401
