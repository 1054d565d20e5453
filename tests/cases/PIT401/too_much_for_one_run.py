# why: the script as a whole has too many ways to be run through; its functions are, each by itself
import pandas as pd

DATES = pd.to_datetime(["2024-01-01", "2024-01-02"])


def paid():
    return pd.DataFrame({"id": [1, 2], "at": DATES})


def unpaid():
    return pd.DataFrame({"id": [3], "at": [None]})


def both():
    return pd.concat([paid(), unpaid()])  # expect: PIT401


def problems(frame):
    found = []
    for column in frame.columns:
        for kind in ("missing", "negative", "late", "double"):
            if frame[column].map(str).str.contains(kind).any():
                found.append(pd.DataFrame({"column": [column], "kind": [kind]}))
    for column in frame.columns:
        if frame[column].isna().sum():
            found.append(pd.DataFrame({"column": [column], "kind": ["NA"]}))
    return found


def main():
    frame = paid()
    print([len(problems(frame)), len(problems(frame)), len(problems(frame)), len(problems(frame)), len(problems(frame))])
    print([len(problems(frame)), len(problems(frame)), len(problems(frame)), len(problems(frame)), len(problems(frame))])
    print(both())


if __name__ == "__main__":
    main()
