# why: an all-None column with and without a dtype; Int64 and Float64 differ.
import pandas as pd

old = pd.DataFrame({"id": ["p", "q"], "x": [None, None]})
new = pd.DataFrame({"id": ["r"], "x": [0.5]})
print(pd.concat([old.astype({"x": float}), new]))
print(pd.concat([old.astype({"x": "Int64"}), new]))  # expect: PIT401
print(pd.concat([old, new.astype({"x": "Float64"})]))  # expect: PIT401
print(pd.concat([old.convert_dtypes(), new]))  # expect: PIT401
print(pd.concat([old.infer_objects(), new]))  # expect: PIT401
