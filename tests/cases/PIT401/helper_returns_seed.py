# why: two helper functions make the frames.
import pandas as pd

COLUMNS = ["city", "rate"]


def blank():
    return pd.DataFrame(columns=COLUMNS)


def one(city, rate):
    return pd.DataFrame({"city": [city], "rate": [rate]})


table = blank()
table = pd.concat([table, one("seoul", 0.5)])  # expect: PIT401
print(table)
