# why: a flag guards the first turn.
import pandas as pd

df = pd.DataFrame(columns=["a", "x"])
first = True
for n in range(3):
    part = pd.DataFrame({"a": ["s"], "x": [n / 2]})
    if first:
        df = part
        first = False
    else:
        df = pd.concat([df, part])
