# why: values from the items of a module's dict.
import pandas as pd

RATES = {"KRW": 1330.5, "JPY": 151.2}
frames = [pd.DataFrame(columns=["c", "r"])]
for c, r in RATES.items():
    frames.append(pd.DataFrame({"c": [c], "r": [r]}))
pd.concat(frames)  # expect: PIT401
