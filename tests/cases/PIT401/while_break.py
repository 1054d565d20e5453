# why: while True with a break.
import pandas as pd

acc = pd.DataFrame(columns=["k", "v"])
page = 1
while True:
    part = pd.DataFrame({"k": ["a"], "v": [page / 2]})
    acc = pd.concat([acc, part])  # expect: PIT401
    page += 1
    if page > 3:
        break
