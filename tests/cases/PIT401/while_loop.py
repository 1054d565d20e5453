# why: the accumulator in a while loop.
import pandas as pd

df = pd.DataFrame(columns=["a", "x"])
n = 0
while n < 3:
    df = pd.concat([df, pd.DataFrame({"a": ["s"], "x": [n * 0.5]})])  # expect: PIT401
    n += 1
