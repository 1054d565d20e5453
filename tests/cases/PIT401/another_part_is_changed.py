# why: what is changed in place is another column, or a copy: x is all NA still
import numpy as np
import pandas as pd

full = pd.DataFrame({"id": [3], "x": [2.5]})
a = pd.DataFrame({"id": [1, 2], "x": [None, None]})
a["id"].replace({1: 5}, inplace=True)
print(pd.concat([a, full]))  # expect: PIT401
b = pd.DataFrame({"id": [1, 2], "x": [None, None]})
numbers = np.zeros(2)
numbers[0] = 1.5
print(pd.concat([b, full]))  # expect: PIT401
