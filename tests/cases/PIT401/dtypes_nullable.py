# why: None and NaN against nullable dtypes, categories and spans of time, one after the other in a loop.
import pandas as pd

none = pd.DataFrame({"v": [None]})
nan = pd.DataFrame({"v": [float("nan")]})
for part in (
    pd.DataFrame({"v": pd.array([True], dtype="boolean")}),
    pd.DataFrame({"v": pd.array(["a"], dtype="string")}),
    pd.DataFrame({"v": pd.Categorical(["a"])}),
    pd.DataFrame({"v": pd.to_timedelta(["1s"])}),
    pd.DataFrame({"v": pd.Series([1, 2], dtype="Int64")}),
):
    print(pd.concat([none, part]))  # expect: PIT401
    print(pd.concat([nan, part]))  # expect: PIT401
