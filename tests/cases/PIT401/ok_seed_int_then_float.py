# why: an int row first, so the column is objects before a float comes.
import pandas as pd

df = pd.DataFrame(columns=["k", "v"])
for v in (1, 2.5):
    df = pd.concat([df, pd.DataFrame([{"k": "a", "v": v}])])
