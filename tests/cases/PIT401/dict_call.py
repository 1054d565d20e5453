# why: dict(...) in the place of a display.
import pandas as pd

a = pd.DataFrame(dict(id=["p"], x=[None]))
b = pd.DataFrame(dict(id=["q"], x=[0.5]))
print(pd.concat([a, b]))  # expect: PIT401
