# why: the same number right once and wrong once, and a lost quantifier behind one that is kept
import re

k = "k"
RIGHT_AND_WRONG = re.compile(rf"{6}-\d{6}$")  # expect: PIT101
KEPT_AND_LOST = re.compile(rf"{k}a{{2}}b{2}")  # expect: PIT101
LOST_AND_DIGIT = re.compile(rf"{k}\d{2}{3}")  # expect: PIT101
