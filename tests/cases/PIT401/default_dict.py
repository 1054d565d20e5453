# why: a defaultdict makes the seed.
from collections import defaultdict

import pandas as pd

tables = defaultdict(lambda: pd.DataFrame(columns=["t", "v"]))
for key, v in (("a", 0.5), ("b", 1.5)):
    tables[key] = pd.concat([tables[key], pd.DataFrame([{"t": key, "v": v}])])  # expect: PIT401
