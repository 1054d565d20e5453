# why: DataFrame and concat imported by name, one under another name.
from pandas import DataFrame, concat as cat

print(cat([DataFrame(columns=["a", "x"]), DataFrame({"a": ["s"], "x": [0.5]})]))  # expect: PIT401
