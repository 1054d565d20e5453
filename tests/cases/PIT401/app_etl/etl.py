# why: an ETL job: reads CSVs, cleans, concats, reports
"""python etl.py [folder]: merge all monthly exports into one table."""
import argparse
import csv
import io
import logging
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import reduce
from glob import glob

import numpy as np
import pandas as pd

log = logging.getLogger("etl")
SCHEMA = {"id": "int64", "shop": "string", "amount": "float64", "paid_at": "datetime64[ns]"}
REQUIRED = ["id", "shop", "amount"]


def sample(folder):
    for month in range(1, 4):
        with open(os.path.join(folder, f"m{month:02}.csv"), "w", newline="") as f:
            writer = csv.writer(f)
            writer.writerow(SCHEMA)
            for i in range(3):
                writer.writerow([month * 10 + i, "seoul" if i % 2 else "busan", i * 1.5, f"2024-{month:02}-0{i + 1}"])


def empty():
    return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in SCHEMA.items()})


def read(path):
    df = pd.read_csv(path, parse_dates=["paid_at"]).astype(SCHEMA)
    df["month"] = os.path.splitext(os.path.basename(path))[0]
    return df


def clean(df):
    df = df.dropna(subset=REQUIRED)
    df = df[df["amount"] >= 0].copy()
    df["amount"] = df["amount"].round(2)
    return df


def extract(folder):
    paths = sorted(glob(os.path.join(folder, "m*.csv")))
    with ThreadPoolExecutor() as pool:
        frames = [clean(df) for df in pool.map(read, paths)]
    return pd.concat([empty(), *frames], ignore_index=True)


def refunds():
    rows = [{"id": 901, "shop": "seoul", "amount": -5.0, "paid_at": None}, {"id": 902, "shop": "busan", "amount": -1.0, "paid_at": None}]
    return pd.DataFrame(rows)


def bookings():
    return pd.DataFrame({"id": [1, 2], "shop": ["seoul", "busan"], "amount": [5.0, 1.0], "paid_at": pd.to_datetime(["2024-01-01", "2024-01-02"])})


def with_refunds():
    return pd.concat([bookings(), refunds()], ignore_index=True)  # expect: PIT401


def quarter(df):
    parts = {}
    for month, group in df.groupby("month"):
        pivot = group.pivot_table(index="shop", values="amount", aggfunc="sum")
        parts[month] = pivot
    wide = pd.concat(parts, axis=1)
    long = pd.concat(parts, names=["month"]).reset_index()
    return wide, long


def survey():
    jan = pd.DataFrame({"shop": ["seoul", "busan"], "stars": [4.5, np.nan], "text": ["ok", "good"]})
    feb = pd.DataFrame({"shop": ["seoul", "busan"], "stars": [4.0, 3.5], "text": ["bad", "fine"]})
    return pd.concat([jan.dropna(axis=1), feb.dropna(axis=1)])  # expect: PIT402


def checks(df):
    problems = []
    for column in REQUIRED:
        missing = int(df[column].isna().sum())
        if missing:
            problems.append(pd.DataFrame({"column": [column], "missing": [missing]}))
    return pd.concat(problems) if problems else pd.DataFrame(columns=["column", "missing"])


def summarize(df):
    stats = []
    for shop, group in df.groupby("shop"):
        stats.append({"shop": shop, "total": group["amount"].sum(), "last": group["paid_at"].max()})
    table = pd.DataFrame(stats)
    total = pd.DataFrame([{"shop": "all", "total": table["total"].sum(), "last": table["last"].max()}])
    return pd.concat([table, total], ignore_index=True)


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?")
    args = parser.parse_args(argv)
    started = datetime.now()
    clock = time.monotonic()
    with tempfile.TemporaryDirectory() as tmp:
        folder = args.folder or tmp
        if not args.folder:
            sample(folder)
        data = extract(folder)
        wide, long = quarter(data)
        print(wide.shape, long.shape, len(summarize(data)), len(checks(data)))
        print(with_refunds().shape, survey().shape)
        both = reduce(lambda a, b: pd.concat([a, b]), [data, data.iloc[:1]])
        print(len(both))
        buffer = io.StringIO()
        data.to_csv(buffer)
        print(f"{len(buffer.getvalue())} bytes written by {started:%H:%M} in {time.monotonic() - clock:.1f}s")
    return 0


if __name__ == "__main__":
    sys.exit(main([]))
