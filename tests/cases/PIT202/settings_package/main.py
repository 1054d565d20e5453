# why: constants through a package that hands them on
import limits
from limits import SMALL


def check(text):
    size = len(text)
    return size is limits.LARGE, size is SMALL  # expect: PIT202


CHECKS = [(lambda: check("x" * 4096), (True, False))]
