# why: a deep copy of a template.
import copy

import pandas as pd

template = pd.DataFrame(columns=["id", "x"])
one = copy.deepcopy(template)
print(pd.concat([one, pd.DataFrame({"id": ["p"], "x": [0.5]})]))  # expect: PIT401
