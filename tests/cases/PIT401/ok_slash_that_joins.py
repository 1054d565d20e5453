# why: a path joined by `/` is an object; ints stay ints; columns that are divided make a frame of their own
import pathlib

import pandas as pd


def files(folder, names):
    table = pd.DataFrame(columns=["file"])
    for name in names:
        table = pd.concat([table, pd.DataFrame({"file": [folder / name]})])
    return table


def pages(base_url, names):
    table = pd.DataFrame(columns=["page"])
    for name in names:
        table = pd.concat([table, pd.DataFrame([{"page": base_url / "v1" / name}])])
    return table


def counts(days):
    table = pd.DataFrame(columns=["n"])
    for hits, size in days:
        table = pd.concat([table, pd.DataFrame({"n": [hits // size if size else 0]})])
    return table


def ratios(hits, sizes):
    seed = pd.DataFrame(columns=["kind"])
    part = pd.DataFrame({"ratio": hits / sizes})
    return pd.concat([seed, part])


print(files(pathlib.Path("data"), ["a.csv", "b.csv"]))
print(pages(pathlib.PurePosixPath("/api"), ["a"]))
print(counts([(5, 2), (1, 0)]))
print(ratios(pd.Series([1, 2]), pd.Series([2, 2])))
