# why: filter() with a lambda or len leaves empties out; len(f.columns) does not.
import pandas as pd

frames = [pd.DataFrame(columns=["a", "x"]), pd.DataFrame({"a": ["s"], "x": [0.5]})]
print(pd.concat(filter(lambda f: not f.empty, frames)))
print(pd.concat(list(filter(len, frames))))
print(pd.concat([f for f in frames if f.shape[0]]))
print(pd.concat([f for f in frames if len(f.columns)]))  # expect: PIT401
