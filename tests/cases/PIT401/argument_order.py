# why: the empty frame stands last; its columns in another order, or other columns.
import pandas as pd

a = pd.DataFrame({"id": ["p"], "x": [0.5]})
print(pd.concat([a, pd.DataFrame(columns=["id", "x"])]))  # expect: PIT401
print(pd.concat([a, pd.DataFrame(columns=["x", "id"])]))  # expect: PIT401
print(pd.concat([a, pd.DataFrame(columns=["x"])]))  # expect: PIT401
print(pd.concat([a, pd.DataFrame(columns=["other"])]))
