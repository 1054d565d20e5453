# why: the columns to add come from a difference of sets.
import pandas as pd

a = pd.DataFrame({"k": ["a"]})
b = pd.DataFrame({"k": ["b"], "v": [0.5]})
for col in set(b.columns) - set(a.columns):
    a[col] = None
print(pd.concat([a, b]))  # expect: PIT401
