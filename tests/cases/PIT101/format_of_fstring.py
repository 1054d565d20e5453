# why: the f-string is a template for .format besides, which takes doubled braces off once more
import re

k = "k"
PATTERN = re.compile(rf"{k}\d{2}_{{}}".format("a"))  # expect: PIT101
