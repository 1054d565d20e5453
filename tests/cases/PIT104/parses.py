# why: doubled braces, plain strings and .format texts parse
import re

PATTERNS = [rf"\d{{,3}}", r"\d{,3}", "f{,3}"]
COMPILED = list(map(re.compile, PATTERNS))
