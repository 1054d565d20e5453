# why: chained and tuple assignment.
import pandas as pd

a = b = pd.DataFrame(columns=["k", "v"])
b = pd.DataFrame({"k": ["a"], "v": [0.5]})
c, d = pd.DataFrame(columns=["k", "v"]), pd.DataFrame({"k": ["a"], "v": [0.5]})
print(pd.concat([a, b]), pd.concat([c, d]))  # expect: PIT401
