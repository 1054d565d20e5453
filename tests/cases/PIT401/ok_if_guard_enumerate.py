# why: the index of enumerate guards the first turn.
import pandas as pd

df = pd.DataFrame(columns=["a", "x"])
for i, n in enumerate(range(3)):
    part = pd.DataFrame({"a": ["s"], "x": [n / 2]})
    if i == 0:
        df = part
    else:
        df = pd.concat([df, part])
