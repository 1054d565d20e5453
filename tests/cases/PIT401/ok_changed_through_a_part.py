# why: the column gets values in place: through a Series or an array of it, by update, eval, fillna; it is not all NA at the concat
import warnings

import numpy as np
import pandas as pd

warnings.simplefilter("ignore")
full = pd.DataFrame({"id": [3], "x": [2.5]})


def made():
    return pd.DataFrame({"id": [1, 2], "x": [None, None]})


def fill(column):
    column[0] = 1.5


a = made()
a["x"].fillna(0.5, inplace=True)
b = made()
b["x"][0] = 1.5
c = made()
c.x.iloc[0] = 1.5
d = made()
column = d["x"]
column.replace({None: 0.5}, inplace=True)
e = made()
e["x"].update(pd.Series([1.0, 2.0]))
f = made()
f.update(pd.DataFrame({"x": [1.0, 2.0]}))
g = made()
g.eval("x = id * 0.5", inplace=True)
h = made()
h["x"].values[0] = 1.5
i = made().fillna(np.nan)
j = made()
j.__setitem__("x", [0.5, 1.5])
k = made()
setattr(k, "x", [0.5, 1.5])
m = made()
fill(m["x"])
n = pd.DataFrame({"x": [None, None]})
n.values[0, 0] = 1.5
o = pd.DataFrame(columns=["id", "x"]).reindex([0, 1], fill_value=0.5)
for frame in (a, b, c, d, e, f, g, h, i, j, k, m, n, o):
    print(pd.concat([frame, full]))
print(pd.concat([a, full]), pd.concat([b, full]), pd.concat([c, full]), pd.concat([d, full]), pd.concat([e, full]))
print(pd.concat([f, full]), pd.concat([g, full]), pd.concat([h, full]), pd.concat([i, full]), pd.concat([j, full]))
print(pd.concat([k, full]), pd.concat([m, full]), pd.concat([n, full]), pd.concat([o, full]))


class Table:
    def __init__(self):
        self.rows = made()

    def fill(self):
        self.rows["x"].fillna(0.5, inplace=True)
        return self

    def joined(self):
        return pd.concat([self.rows, full])


print(Table().fill().joined())
