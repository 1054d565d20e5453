# why: what was read is not known; the other frame has no NA.
import io

import pandas as pd

a = pd.read_csv(io.StringIO("id,x\n1,0.5\n2,\n"))
b = pd.DataFrame({"id": [3], "x": [2.5]})
out = pd.concat([a, b.dropna(axis=1)])
