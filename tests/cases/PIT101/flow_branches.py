# why: one of several bindings that reach the call is the pattern; one that is replaced before never is
import re
import sys

key = "k"
rx = f"{key}a{5}"
rx = "plain"
re.match(rx, "")

if sys.argv:
    day = f"{key}b{5}"  # expect: PIT101
else:
    day = "plain"
re.match(day, "")

match key:
    case "k":
        part = f"{key}c{5}"  # expect: PIT101
    case _:
        part = "plain"
re.match(part, "")

try:
    line = f"{key}d{5}"  # expect: PIT101
except ValueError:
    line = ""
re.match(line, "")
