# why: handed over in *rxs, in **rxs, by unpacking a list and a dict, and as a default
import re

key = "k"


def many(*rxs):
    return [re.compile(rx) for rx in rxs]


def named(**rxs):
    return {name: re.compile(rx) for name, rx in rxs.items()}


def default(text, rx=f"{key}z{2}"):  # expect: PIT101
    return re.match(rx, text)


def keyword(text, *, rx=f"{key}z{3}"):  # expect: PIT101
    return re.match(rx, text)


RULES = [
    *many("a", f"{key}a{4}"),  # expect: PIT101
    *many(*[f"{key}b{4}"]),  # expect: PIT101
    *named(one=f"{key}c{4}").values(),  # expect: PIT101
    *named(**{"two": f"{key}d{4}"}).values(),  # expect: PIT101
]
