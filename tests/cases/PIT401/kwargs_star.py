# why: frames by *args, options by **kwargs.
import pandas as pd


def stack(*frames, **options):
    return pd.concat(list(frames), **options)  # expect: PIT401


stack(pd.DataFrame(columns=["a", "x"]), pd.DataFrame({"a": ["s"], "x": [0.5]}), ignore_index=True)
