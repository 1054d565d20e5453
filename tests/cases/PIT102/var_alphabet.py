# why: a count behind a set of single letters; a number behind the two cases of one letter, or one that its name calls a row, is to be found
import re

width, n, row, season = 4, 3, 12, 2
BITS = re.compile(rf"^[01]{width}$")  # expect: PIT102
PROBE = re.compile(rf"^[ACGT]{n + 1}$")  # expect: PIT102
LIKE = re.compile(rf"^[xyz]{len('abc')}$")  # expect: PIT102
CELL = re.compile(rf"^[ABC]{row}$")
SEASON = re.compile(rf"^[Ss]{season}$")
PART = re.compile(rf"^[Nn]{n}$")


def accepts(text):
    return any(p.match(text) for p in (BITS, PROBE, LIKE, CELL, SEASON, PART))


SHOULD_MATCH = ["0101", "GATC", "zyx", "B12", "S2", "n3"]
SHOULD_NOT_MATCH = ["04", "A4", "x3"]
