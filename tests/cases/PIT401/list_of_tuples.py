# why: rows as tuples, and by zip.
import pandas as pd

a = pd.DataFrame([("p", None)], columns=["id", "x"])
b = pd.DataFrame([("q", 0.5)], columns=["id", "x"])
print(pd.concat([a, b]))  # expect: PIT401
print(pd.concat([pd.DataFrame(zip(["p"], [None]), columns=["id", "x"]), b]))  # expect: PIT401
