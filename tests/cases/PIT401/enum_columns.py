# why: an Enum beside it changes nothing.
from enum import Enum

import pandas as pd


class Col(str, Enum):
    ID = "id"
    X = "x"


seed = pd.DataFrame(columns=["id", "x"])
print(pd.concat([seed, pd.DataFrame({"id": ["p"], "x": [0.5]})]))  # expect: PIT401
