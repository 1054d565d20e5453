# why: assign(x=None) against float, NaN against dates; NaN against float and NaT against dates are silent.
import numpy as np
import pandas as pd

base = pd.DataFrame({"id": ["p"]})
part = pd.DataFrame({"id": ["q"], "x": [2.5], "when": pd.to_datetime(["2024-01-01"])})
print(pd.concat([base.assign(x=None), part]))  # expect: PIT401
print(pd.concat([base.assign(x=np.nan), part]))
print(pd.concat([base.assign(when=np.nan), part]))  # expect: PIT401
print(pd.concat([base.assign(when=None, x=1.0), part]))  # expect: PIT401
print(pd.concat([base.assign(when=pd.NaT, x=1.0), part]))
print(pd.concat([base.assign(when=pd.NaT, x=lambda d: 1.0), part]))
