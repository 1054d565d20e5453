# why: an empty seed and ints, bools, texts: objects in every version.
import pandas as pd

t = pd.DataFrame(columns=["k", "n", "ok"])
for i in range(3):
    t = pd.concat([t, pd.DataFrame({"k": ["a"], "n": [i], "ok": [i > 1]})])
