# why: the concat stands in a function that is handed the list; it warns there.
import pandas as pd


def merge(frames):
    return pd.concat(frames, ignore_index=True)  # expect: PIT401


merge([pd.DataFrame(columns=["a", "x"]), pd.DataFrame({"a": ["s"], "x": [1.5]})])
