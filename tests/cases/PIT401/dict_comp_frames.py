# why: frames made by a dict comprehension, and taken from it in four ways.
import pandas as pd

parts = {c: pd.DataFrame({"c": [c], "v": [0.5 if c == "a" else None]}) for c in "ab"}
print(pd.concat(parts))  # expect: PIT401
print(pd.concat(parts.values(), ignore_index=True))  # expect: PIT401
print(pd.concat([parts[c] for c in "ab"]))  # expect: PIT401
print(pd.concat([f.assign(src=c) for c, f in parts.items()]))  # expect: PIT401
