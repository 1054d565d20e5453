# why: from_dict, from_records and the ways to make an empty frame with columns.
import pandas as pd

a = pd.DataFrame.from_dict({"id": ["p"], "x": [None]})
b = pd.DataFrame.from_records([{"id": "q", "x": 0.5}])
print(pd.concat([a, b]))  # expect: PIT401
print(pd.concat([pd.DataFrame.from_records([], columns=["id", "x"]), b]))  # expect: PIT401
print(pd.concat([pd.DataFrame([], columns=["id", "x"]), b]))  # expect: PIT401
print(pd.concat([pd.DataFrame({}, columns=["id", "x"]), b]))  # expect: PIT401
print(pd.concat([pd.DataFrame(None, columns=["id", "x"]), b]))  # expect: PIT401
print(pd.concat([pd.DataFrame(data=[], columns=list("ab")).set_axis(["id", "x"], axis=1), b]))  # expect: PIT401
