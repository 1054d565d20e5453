# why: a starred list in the list, and a tuple.
import pandas as pd

rest = [pd.DataFrame({"a": ["r"], "x": [0.25]})]
print(pd.concat([pd.DataFrame(columns=["a", "x"]), *rest]))  # expect: PIT401
print(pd.concat((pd.DataFrame(columns=["a", "x"]), rest[0])))  # expect: PIT401
