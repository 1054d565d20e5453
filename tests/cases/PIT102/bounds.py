# why: two bounds are a tuple, and its text is a group; after anything that can be repeated
import re

low, high = 2, 4
WIDTH = 6
PATTERNS = [
    re.compile(rf"[a-z]{2,WIDTH}"),  # expect: PIT102
    re.compile(rf"[a-z]{WIDTH,}"),  # expect: PIT102
    re.compile(rf"x{low,high}"),  # expect: PIT102
    re.compile(rf"(?:ab){low, high + 1}"),  # expect: PIT102
    re.compile(rf"x{{{low},{high}}}"),
    re.compile(rf"x{{{low},}}"),
    re.compile(rf"x{{2,{high}}}"),
]
