# why: twice doubled
import re

k = "k"
PATTERN = re.compile(rf"{k}\d{{{{2}}}}_{{}}".format("a"))
