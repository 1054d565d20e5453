# why: two names for one frame; a copy is another.
import pandas as pd

a = pd.DataFrame({"k": ["a"], "v": [None]})
b = a
b["v"] = 0.5
print(pd.concat([a, pd.DataFrame({"k": ["b"], "v": [0.5]})]))
c = a.copy()
c["v"] = None
print(pd.concat([c, a]))  # expect: PIT401
