# why: a place found by `.index` goes by a name; parts of dates and the status of a program are ints
import datetime
import subprocess
import sys


def at(items, wanted):
    position = items.index(wanted)
    for i, item in enumerate(items):
        if i is position:  # expect: PIT202
            return i
    return None


def same_year(a: datetime.date, b: datetime.date):
    return a.year is b.year  # expect: PIT202


def as_expected(code: int):
    done = subprocess.run([sys.executable, "-c", f"raise SystemExit({code})"])
    return done.returncode is code  # expect: PIT202


CHECKS = [
    (lambda: at(list(range(400)), 350), 350),
    (lambda: same_year(datetime.date(2024, 1, 1), datetime.date(2024, 5, 5)), True),
]
