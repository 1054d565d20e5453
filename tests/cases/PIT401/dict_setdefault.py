# why: a key guard is silent; setdefault and get make a seed for new keys only.
import pandas as pd

tables = {}
for key in ["a", "b", "a"]:
    part = pd.DataFrame([{"t": key, "v": 0.5}])
    if key not in tables:
        tables[key] = part
    else:
        tables[key] = pd.concat([tables[key], part])
for key in ["a", "b", "a"]:
    tables[key] = pd.concat([tables.setdefault(key, pd.DataFrame(columns=["t", "v"])), pd.DataFrame([{"t": key, "v": 0.5}])])
for key in ["c"]:
    tables[key] = pd.concat([tables.get(key, pd.DataFrame(columns=["t", "v"])), pd.DataFrame([{"t": key, "v": 0.5}])])  # expect: PIT401
