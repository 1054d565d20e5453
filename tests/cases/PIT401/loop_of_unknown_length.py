# why: how many days there are is the caller's business; on some of them the loader gives an empty frame.
import pandas as pd

COLUMNS = ["day", "revenue"]


def load_day(day: int) -> pd.DataFrame:
    if day % 7 in (5, 6):
        return pd.DataFrame(columns=COLUMNS)
    return pd.DataFrame({"day": [day], "revenue": [day * 10.5]})


def merge_days(count: int) -> pd.DataFrame:
    frames = []
    for day in range(count):
        frames.append(load_day(day))
    return pd.concat(frames, ignore_index=True)  # expect: PIT401


if __name__ == "__main__":
    print(merge_days(int("7")))
