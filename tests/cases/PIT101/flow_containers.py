# why: the pattern waits in a list, a tuple, a dict or a table of rows, and is taken out by index, key or loop
import re

key = "k"
PAIRS = [("one", f"{key}a{3}"), (f"{key}n{3}", "plain")]  # expect: PIT101
for name, rx in PAIRS:
    re.match(rx, name)

BY_NAME = {"used": f"{key}b{5}"}  # expect: PIT101
TEXTS = {"shown": f"{key}b{5}"}
re.match(BY_NAME["used"], TEXTS["shown"])

grown = []
grown.append(f"{key}c{5}")  # expect: PIT101
ANY = re.compile("|".join(grown))

table = {}
table["day"] = f"{key}d{5}"  # expect: PIT101
for rx in table.values():
    re.match(rx, "")

compiled = [re.compile(rx) for rx in (f"{key}e{5}", "plain")]  # expect: PIT101
mapped = list(map(re.compile, [f"{key}f{5}"]))  # expect: PIT101
numbered = [(n, re.compile(rx)) for n, rx in enumerate([f"{key}g{5}"])]  # expect: PIT101
keys = {f"{key}h{5}": 1}  # expect: PIT101
for rx in keys:
    re.search(rx, "")
