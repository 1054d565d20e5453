# why: the templates are filled in one module and compiled in another; `\d{3}` makes each `.format` raise
import re

from names import Names, dated


def accepts(text):
    return re.search(Names.pattern("job"), text) is not None or re.search(dated("job"), text) is not None


SHOULD_MATCH = ["job-007", "job 2024"]
SHOULD_NOT_MATCH = ["job-7"]
