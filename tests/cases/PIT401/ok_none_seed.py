# why: the accumulator begins as None.
import pandas as pd

df = None
for n in range(3):
    part = pd.DataFrame({"a": ["s"], "x": [n / 2]})
    df = part if df is None else pd.concat([df, part])
