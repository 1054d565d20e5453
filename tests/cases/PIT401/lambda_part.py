# why: lambdas make the frames.
import pandas as pd

blank = lambda: pd.DataFrame(columns=["a", "x"])
row = lambda a, x: pd.DataFrame([[a, x]], columns=["a", "x"])
print(pd.concat([blank(), row("s", 0.5)]))  # expect: PIT401
