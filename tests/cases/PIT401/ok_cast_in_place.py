# why: the column gets its dtype in a loop over the list, in a comprehension, by assign, by map.
import pandas as pd

frames = [pd.DataFrame({"a": ["p"], "x": [None]}), pd.DataFrame({"a": ["q"], "x": [0.5]})]
for frame in frames:
    frame["x"] = frame["x"].astype(float)
print(pd.concat(frames))
frames = [pd.DataFrame({"a": ["p"], "x": [None]}), pd.DataFrame({"a": ["q"], "x": [0.5]})]
print(pd.concat([f.astype({"x": "float64"}) for f in frames]))
print(pd.concat(f.assign(x=f["x"].astype(float)) for f in frames))
print(pd.concat(map(lambda f: f.astype({"x": float}), frames)))
