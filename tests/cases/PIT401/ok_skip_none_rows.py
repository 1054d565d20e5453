# why: rows without a date are passed over.
import math

import numpy as np
import pandas as pd

table = pd.DataFrame({"k": ["a"], "when": pd.to_datetime(["2024-01-01"])})
for k, when in [("b", None), ("c", float("nan")), ("d", pd.Timestamp("2024-01-02"))]:
    if when is None or pd.isna(when):
        continue
    table = pd.concat([table, pd.DataFrame([{"k": k, "when": when}])])
