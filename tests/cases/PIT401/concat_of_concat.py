# why: two all-None parts are put together first, then a part with floats comes.
import pandas as pd

a = pd.DataFrame({"id": ["p"], "x": [None]})
b = pd.DataFrame({"id": ["q"], "x": [None]})
c = pd.DataFrame({"id": ["r"], "x": [0.5]})
both = pd.concat([a, b])
print(pd.concat([both, c]))  # expect: PIT401
