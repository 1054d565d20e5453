# why: rows of another frame by itertuples.
import pandas as pd

src = pd.DataFrame({"k": ["a", "b"], "v": [0.5, 1.5]})
out = pd.DataFrame(columns=["k", "v"])
for row in src.itertuples():
    out = pd.concat([out, pd.DataFrame([{"k": row.k, "v": row.v / 2}])])  # expect: PIT401
