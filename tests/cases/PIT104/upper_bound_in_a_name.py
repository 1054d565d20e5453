# why: `{,n}` does not parse whatever n is; the value keeps its own braces
import re

n = 3
PATTERN = re.compile(rf"^\d{,n}$")  # expect: PIT104
