# why: fields that the author meant: each has its argument, or its text is no pattern
import re

key = "k"
PATTERNS = [
    re.compile(r"^{0}_\d{{6}}$".format(key)),
    re.compile(r"^{0}{1}$".format(key, 2)),
    re.compile(r"^{0}.{1}$".format(key, 2)),
    re.compile(r"\b{0}\s{0}\b".format(key)),
    re.compile(r"^{0}\s{1}$".format(key, "b")),
    re.compile(r"^{0}[-_]{1}$".format(key, "b")),
    re.compile(r"^[{0}]{1}$".format(key, "+")),
    re.compile(r"\d{n}".format(n="+")),
    re.compile(r"\d{0}".format(*["+"])),
]
print(r"{0} x{0}".format("a"), "{:>{width}}".format("a", width=3))
TEXT = "{0}: [{0}]{1}".format("a", 2)
