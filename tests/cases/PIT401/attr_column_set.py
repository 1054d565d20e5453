# why: the column is set as an attribute.
import pandas as pd

a = pd.DataFrame({"k": ["a"], "v": [0.5]})
a.v = None
print(pd.concat([a, pd.DataFrame({"k": ["b"], "v": [0.5]})]))  # expect: PIT401
