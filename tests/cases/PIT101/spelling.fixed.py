# why: written as `re` reads it
import re

k = "k"
PATTERNS = [
    re.compile(rf"{k}\d{{6}}"),
    re.compile(rf"{k}\d{{2,3}}"),
    re.compile(rf"{k}\d{{2,}}"),
    re.compile(rf"{k}\d{{10}}"),
]
