# why: the frames are cleaned in a dict comprehension.
import pandas as pd

frames = {"a": pd.DataFrame({"id": [1, 2], "x": [1.5, None]}), "b": pd.DataFrame({"id": [3, 4], "x": [2.5, 3.5]})}
print(pd.concat({key: frame.dropna(axis=1) for key, frame in frames.items()}))  # expect: PIT402
