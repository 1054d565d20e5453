# why: lists put together by += and +.
import pandas as pd

head = [pd.DataFrame(columns=["a", "x"])]
head += [pd.DataFrame({"a": ["r"], "x": [0.25]})]
print(pd.concat(head))  # expect: PIT401
print(pd.concat([pd.DataFrame(columns=["a", "x"])] + [pd.DataFrame({"a": ["r"], "x": [0.25]})]))  # expect: PIT401
