# why: NaN all over by a scalar with index and columns; np.zeros without rows.
import numpy as np
import pandas as pd

blank = pd.DataFrame(np.nan, index=[0, 1], columns=["a", "when"])
done = pd.DataFrame({"a": [0.5], "when": pd.to_datetime(["2024-01-01"])})
print(pd.concat([blank, done]))  # expect: PIT401
print(pd.concat([blank[["a"]], done[["a"]]]))
print(pd.concat([pd.DataFrame(np.zeros((0, 2)), columns=["a", "when"]), done]))  # expect: PIT401
