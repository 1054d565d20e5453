# why: the seed is bound by :=.
import pandas as pd

if (seed := pd.DataFrame(columns=["a", "x"])) is not None:
    print(pd.concat([seed, pd.DataFrame({"a": ["s"], "x": [0.5]})]))  # expect: PIT401
