# why: set_index takes a column out of the frame.
import pandas as pd

seed = pd.DataFrame(columns=["id", "x"]).set_index("id")
new = pd.DataFrame({"id": ["r"], "x": [0.5]}).set_index("id")
print(pd.concat([seed, new]))  # expect: PIT401
print(pd.concat([seed.reset_index(), new.reset_index()]))  # expect: PIT401
