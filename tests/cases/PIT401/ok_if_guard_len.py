# why: len(df) == 0 and continue guard the concat.
import pandas as pd

df = pd.DataFrame(columns=["a", "x"])
for n in range(3):
    part = pd.DataFrame({"a": ["s"], "x": [n / 2]})
    if len(df) == 0:
        df = part
        continue
    df = pd.concat([df, part])
