# why: a mean, by numpy and by hand.
import numpy as np
import pandas as pd

table = pd.DataFrame(columns=["k", "v"])
values = [1, 2, 3]
table = pd.concat([table, pd.DataFrame({"k": ["m"], "v": [np.mean(values)]})])  # expect: PIT401
table2 = pd.concat([pd.DataFrame(columns=["k", "v"]), pd.DataFrame({"k": ["m"], "v": [sum(values) / len(values)]})])  # expect: PIT401
