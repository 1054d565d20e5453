# why: a row with a None comes later in the loop.
import pandas as pd

old = pd.DataFrame({"k": ["a"], "v": [0.5]})
for k, v in [("b", 1.5), ("c", None)]:
    old = pd.concat([old, pd.DataFrame([{"k": k, "v": v}])])  # expect: PIT401
