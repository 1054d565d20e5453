# why: the seed gets its dtypes by astype with a dict.
import pandas as pd

SCHEMA = {"a": "object", "x": "float64"}
seed = pd.DataFrame(columns=list(SCHEMA)).astype(SCHEMA)
out = pd.concat([seed, pd.DataFrame({"a": ["s"], "x": [0.5]})])
seed2 = pd.DataFrame(columns=SCHEMA.keys()).astype({k: v for k, v in SCHEMA.items()})
out = pd.concat([seed2, pd.DataFrame({"a": ["s"], "x": [0.5]})])
