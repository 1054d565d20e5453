# why: the concat is in a lambda that pipe calls.
import pandas as pd

out = (
    pd.DataFrame({"id": ["p"]})
    .assign(x=None)
    .rename(columns={"id": "key"})
    .pipe(lambda d: pd.concat([d, pd.DataFrame({"key": ["q"], "x": [0.5]})]))  # expect: PIT401
    .reset_index(drop=True)
)
