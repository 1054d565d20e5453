# why: a bool, a float, text, a parameter that may be text, a name that is text when the pattern is made
import re

n = 6
n = str(n)


def unknown(n):
    return re.compile(rf"\d{n}")


def text(n: str):
    return re.compile(rf"\d{n}")


def either(n: int | None):
    return re.compile(rf"\d{n}")


PATTERNS = [re.compile(rf"\d{True}"), re.compile(rf"\d{1.5}"), re.compile(rf"\d{n}")]
