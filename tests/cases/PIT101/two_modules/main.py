# why: functions and classes of patterns.py search with what they are given; holding() looks for plain text
import re

import patterns
import patterns as rx
from patterns import DATE, TABLE as T, Matcher, holding, keep, make

key = "k"
re.compile(DATE), re.compile(patterns.Rules.DAY), re.match(make("a"), "")
for one in T.values():
    re.match(one, "")
print(patterns.HELP)
keep([], f"{key}e{4}")  # expect: PIT101
rx.keep([], regex=f"{key}f{4}")  # expect: PIT101
Matcher(f"{key}g{4}").hit("")  # expect: PIT101
holding([], f"{key}h{4}")


class Derived(Matcher):
    def __init__(self):
        super().__init__(f"{key}i{4}")  # expect: PIT101
