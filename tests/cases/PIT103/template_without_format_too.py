# why: the same text is compiled as it is, which needs single braces: a finding, but no fix
import re

BOTH = r"^\d{6}$"  # expect: PIT103
PATTERNS = [re.compile(BOTH), re.compile(BOTH.format("k"))]
