# why: the seed is in a module's dict.
import pandas as pd

_state = {"table": pd.DataFrame(columns=["k", "v"])}


def put(k, v):
    _state["table"] = pd.concat([_state["table"], pd.DataFrame({"k": [k], "v": [v]})])  # expect: PIT401


put("a", 0.25)
