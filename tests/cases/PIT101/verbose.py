# why: in VERBOSE a blank before the brace changes nothing and a comment is none of the pattern; without it the blank is repeated
import re

k = "k"
FLAGS = re.VERBOSE | re.I
PATTERNS = [
    re.compile(rf"{k} \d {3} x", re.X),  # expect: PIT101
    re.compile(rf"(?x){k} \d {3} x # \d{4}"),  # expect: PIT101
    re.compile(rf"(?x: {k} \d {3} x)"),  # expect: PIT101
    re.compile(f"""
        {k} [a-z]{3}   # [a-z]{4}
        """, flags=FLAGS),
    re.compile(rf"""
        {k}   # \d{3}
        """, FLAGS),
]
# expect-at: 11 PIT101
