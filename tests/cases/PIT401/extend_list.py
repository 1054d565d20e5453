# why: a list with an empty frame is extended by a generator expression.
import pandas as pd

frames = [pd.DataFrame(columns=["a", "x"])]
frames.extend(pd.DataFrame({"a": ["r"], "x": [n / 3]}) for n in range(3))
print(pd.concat(frames))  # expect: PIT401
