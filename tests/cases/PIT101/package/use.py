# why: relative imports
import re

from .rules import DATE
from .rules.constants import TEXT, TIME
from .tools import *

re.match(DATE, TEXT)
re.match(TIME, "")
grep(f"a{3}", "")  # expect: PIT101
