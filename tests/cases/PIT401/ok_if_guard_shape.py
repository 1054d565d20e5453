# why: df.shape[0] > 0 guards the concat.
import pandas as pd

df = pd.DataFrame(columns=["a", "x"])
for n in range(3):
    part = pd.DataFrame({"a": ["s"], "x": [n / 2]})
    if df.shape[0] > 0:
        df = pd.concat([df, part])
    else:
        df = part
