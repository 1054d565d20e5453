# why: joined, added, put into another text, chosen by a condition, stripped, encoded: still the pattern
import re

key = "k"
added = re.compile("(" + f"{key}a{5}" + ")")  # expect: PIT101
joined = re.compile("|".join([f"{key}b{5}", "b"]))  # expect: PIT101
by_percent = re.compile("%s|%s" % (f"{key}c{5}", "b"))  # expect: PIT101
by_format = re.compile("{}|b".format(f"{key}d{5}"))  # expect: PIT101
chosen = f"{key}e{5}" if key else "b"  # expect: PIT101
either = key and f"{key}f{5}" or "b"  # expect: PIT101
first, second = f"{key}g{5}", f"{key}g{5}"  # expect: PIT101
re.compile(chosen), re.compile(either), re.compile(first)
stripped = re.compile(f"{key}h{5}".strip())  # expect: PIT101
as_bytes = re.compile(f"{key}i{5}".encode())  # expect: PIT101
inner = f"(?:{key}j{5})"  # expect: PIT101
outer = re.compile(f"^{inner}$")
