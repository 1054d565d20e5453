# why: keys, a dict, names, objs=, join, sort and axis=0 change nothing; axis=1 never warns.
import pandas as pd

a = pd.DataFrame({"id": ["p"], "x": [None]})
b = pd.DataFrame({"id": ["q"], "x": [2.5]})
print(pd.concat([a, b], keys=["a", "b"]))  # expect: PIT401
print(pd.concat({"a": a, "b": b}, names=["which"]))  # expect: PIT401
print(pd.concat(objs=[a, b], join="inner"))  # expect: PIT401
print(pd.concat([a, b], sort=True, axis=0))  # expect: PIT401
print(pd.concat([a, b], axis="index"))  # expect: PIT401
print(pd.concat([a, b], axis=1))
print(pd.concat([a, b], axis="columns"))
