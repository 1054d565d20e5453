# why: where a test says so, it is an int; in the other branch it is a text of the pattern
import re


def digits(times):
    if isinstance(times, int):
        return re.compile(rf"^\d{times}$")  # expect: PIT102
    return re.compile(rf"^\d{times}$")


def letters(times: "int | str"):
    if not isinstance(times, int):
        return re.compile(rf"^[a-z]{times}$")
    return re.compile(rf"^[a-z]{times}$")  # expect: PIT102


def braced(times):
    if isinstance(times, int):
        times = "{%d}" % times
    return re.compile(rf"^\w{times}!$")


PATTERNS = [digits(3), digits("{3}"), letters(3), letters("+"), braced(3), braced("+")]


def accepts(text):
    return any(p.match(text) for p in PATTERNS[:1] + PATTERNS[2:3] + PATTERNS[4:])


SHOULD_MATCH = ["123", "abc", "abc!"]
SHOULD_NOT_MATCH = ["13", "a3"]
