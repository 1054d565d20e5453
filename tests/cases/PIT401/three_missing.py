# why: None against int warns where a third frame lacks the column: ints must hold NaN then.
import pandas as pd

a = pd.DataFrame({"id": ["p"], "n": [None]})
b = pd.DataFrame({"id": ["q"], "n": [1]})
c = pd.DataFrame({"id": ["r"]})
print(pd.concat([a, b, c]))  # expect: PIT401
print(pd.concat([a, b]))
