# why: functools.reduce concatenates pairs.
from functools import reduce

import pandas as pd

frames = [pd.DataFrame(columns=["k", "v"]), pd.DataFrame({"k": ["a"], "v": [0.5]})]
print(reduce(lambda a, b: pd.concat([a, b]), frames))  # expect: PIT401
