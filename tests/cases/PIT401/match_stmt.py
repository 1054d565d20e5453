# why: a match picks the empty frame.
import pandas as pd

mode = "new"
match mode:
    case "new":
        df = pd.DataFrame(columns=["a", "x"])
    case _:
        df = pd.DataFrame({"a": ["s"], "x": [0.5]})
print(pd.concat([df, pd.DataFrame({"a": ["s"], "x": [0.5]})]))  # expect: PIT401
