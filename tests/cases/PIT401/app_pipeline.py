# why: an empty day has an object column that the other days have as float.
"""Steps over daily files; an empty day gives an empty frame."""
import io

import pandas as pd

DAYS = {"mon": "id,kwh\n1,0.5\n", "tue": ""}


def empty_day():
    return pd.DataFrame({"id": pd.Series(dtype="int64"), "kwh": pd.Series(dtype="object")})


def read_day(name):
    text = DAYS[name]
    if not text:
        return empty_day()
    return pd.DataFrame({"id": [1], "kwh": [0.5]})


def week(names):
    frames = []
    for name in names:
        frames.append(read_day(name))
    return pd.concat(frames, ignore_index=True)  # expect: PIT401


print(week(["mon", "tue"]))
