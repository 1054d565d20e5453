# why: `\0{52}` builds the octal escape of `*`; a NUL is repeated by `\0{4}`
import re

k = "k"
STAR = re.compile(rf"^\0{52}{k}$")
ZEROS = re.compile(rf"^{k}\0{4}$")  # expect: PIT101


def accepts(text):
    return bool(STAR.match(text) or ZEROS.match(text))


SHOULD_MATCH = ["*k", "k\0\0\0\0"]
SHOULD_NOT_MATCH = ["k"]
