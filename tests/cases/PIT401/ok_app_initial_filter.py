# why: empties are filtered, nothing and one frame have their own returns.
import pandas as pd


def combine(frames):
    frames = [f for f in frames if f is not None and not f.empty]
    if not frames:
        return pd.DataFrame(columns=["a", "x"])
    if len(frames) == 1:
        return frames[0]
    return pd.concat(frames, ignore_index=True)


print(combine([pd.DataFrame(columns=["a", "x"]), pd.DataFrame({"a": ["s"], "x": [0.5]}), pd.DataFrame({"a": ["s"], "x": [0.5]})]))
