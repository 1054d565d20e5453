# why: the value in the quantifier's braces
import re

n = 3
PATTERN = re.compile(rf"^\d{{,{n}}}$")
