# why: nothing to change
import re

BOTH = r"^\d{6}$"
PATTERNS = [re.compile(BOTH), re.compile(BOTH.format("k"))]
