# why: a helper drops all-NA columns before it concatenates.
import pandas as pd


def safe_concat(frames, **kwargs):
    cleaned = [f.dropna(axis=1, how="all") for f in frames]
    return pd.concat(cleaned, **kwargs)


print(safe_concat([pd.DataFrame({"a": ["s"], "x": [None]}), pd.DataFrame({"a": ["s"], "x": [0.5]})], ignore_index=True))
