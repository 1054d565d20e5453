# why: frames by pipe.
import pandas as pd


def add_v(df, v):
    return df.assign(v=v)


a = pd.DataFrame({"k": ["a"]}).pipe(add_v, None)
b = pd.DataFrame({"k": ["a"]}).pipe(add_v, v=0.5)
print(pd.concat([a, b]))  # expect: PIT401
