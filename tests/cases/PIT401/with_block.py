# why: in a with block.
import contextlib
import pandas as pd

with contextlib.suppress(ValueError):
    df = pd.DataFrame(columns=["a", "x"])
    df = pd.concat([df, pd.DataFrame([{"a": "s", "x": 0.5}])])  # expect: PIT401
