# why: two columns in one block of each frame are judged together, unless something stands between them or set one by itself.
import pandas as pd

a = pd.DataFrame({"p": ["s", "t"], "x": [None, None]})
b = pd.DataFrame({"p": [1.0, 2.0], "x": [2.0, 3.0]})
print(pd.concat([a, b]))
c = pd.DataFrame({"p": ["s"], "q": [1], "x": [None]})
d = pd.DataFrame({"p": [1.0], "q": [1], "x": [2.0]})
print(pd.concat([c, d]))  # expect: PIT401
e = pd.DataFrame({"p": ["s"]})
e["x"] = None
print(pd.concat([e, b]))  # expect: PIT401
print(pd.concat([e.copy(), b]))
f = pd.DataFrame({"p": ["s"], "x": [None]}).assign(x=None)
print(pd.concat([f, b]))  # expect: PIT401
