# why: each bound in its own braces
import re

low, high = 2, 4
WIDTH = 6
PATTERNS = [
    re.compile(rf"[a-z]{{2,{WIDTH}}}"),
    re.compile(rf"[a-z]{{{WIDTH},}}"),
    re.compile(rf"x{{{low},{high}}}"),
    re.compile(rf"(?:ab){{{low},{high + 1}}}"),
    re.compile(rf"x{{{low},{high}}}"),
    re.compile(rf"x{{{low},}}"),
    re.compile(rf"x{{2,{high}}}"),
]
