# why: rows of another frame by iterrows.
import pandas as pd

src = pd.DataFrame({"k": ["a", "b"], "v": [0.5, 1.5]})
out = pd.DataFrame(columns=["k", "v"])
for _, row in src.iterrows():
    out = pd.concat([out, pd.DataFrame([{"k": row["k"], "v": row["v"]}])])  # expect: PIT401
