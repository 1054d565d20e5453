# why: seeds in a dict, by key.
import pandas as pd

tables = {"a": pd.DataFrame(columns=["t", "v"]), "b": pd.DataFrame(columns=["t", "v"])}
for key in tables:
    tables[key] = pd.concat([tables[key], pd.DataFrame([{"t": key, "v": 0.5}])])  # expect: PIT401
