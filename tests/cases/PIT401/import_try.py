# why: pandas imported in a try.
try:
    import pandas as pd
except ImportError:
    pd = None

print(pd.concat([pd.DataFrame(columns=["a", "x"]), pd.DataFrame({"a": ["s"], "x": [0.5]})]))  # expect: PIT401
