# why: the frames are cleaned in a loop and collected.
import pandas as pd

frames = [pd.DataFrame({"id": [1, 2], "x": [1.5, None]}), pd.DataFrame({"id": [3, 4], "x": [2.5, 3.5]})]
cleaned = []
for frame in frames:
    cleaned.append(frame.dropna(axis=1))  # expect: PIT402
print(pd.concat(cleaned))
