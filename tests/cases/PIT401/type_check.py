# why: isinstance tests hold.
import pandas as pd

item = pd.DataFrame(columns=["id", "x"])
if isinstance(item, pd.DataFrame) and isinstance([item], list):
    print(pd.concat([item, pd.DataFrame({"id": ["p"], "x": [0.5]})]))  # expect: PIT401
