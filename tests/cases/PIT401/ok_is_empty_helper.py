# why: a helper says which frames have rows.
import pandas as pd


def has_rows(frame):
    return len(frame.index) > 0


def join(frames):
    kept = list(filter(has_rows, frames))
    return pd.concat(kept) if len(kept) > 1 else kept[0]


join([pd.DataFrame(columns=["a", "x"]), pd.DataFrame({"a": ["q"], "x": [0.5]}), pd.DataFrame({"a": ["q"], "x": [0.5]})])
