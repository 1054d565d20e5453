# why: values from lists by zip.
import pandas as pd

names = ["a", "b"]
scores = [0.5, 1.5]
table = pd.DataFrame(columns=["n", "s"])
for n, s in zip(names, scores):
    table = pd.concat([table, pd.DataFrame({"n": [n], "s": [s]})])  # expect: PIT401
