# why: functools.partial makes the frames.
from functools import partial

import pandas as pd

frame = partial(pd.DataFrame, columns=["a", "x"])
print(pd.concat([frame(), frame([["s", 0.5]])]))  # expect: PIT401
