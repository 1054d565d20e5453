# why: groups have their frame's dtypes; a mean by group is a float.
import pandas as pd

src = pd.DataFrame({"g": ["a", "b"], "v": [0.5, 1.5]})
parts = [grp.assign(n=len(grp)) for _, grp in src.groupby("g")]
print(pd.concat(parts))
seed = pd.DataFrame(columns=["g", "v"])
for g, grp in src.groupby("g"):
    seed = pd.concat([seed, pd.DataFrame({"g": [g], "v": [grp["v"].mean()]})])  # expect: PIT401
