# why: only the field that stands behind something
import re

k = "k"
RIGHT_AND_WRONG = re.compile(rf"{6}-\d{{6}}$")
KEPT_AND_LOST = re.compile(rf"{k}a{{2}}b{{2}}")
LOST_AND_DIGIT = re.compile(rf"{k}\d{{2}}{3}")
