# why: the codes are a constant of another module
from codes import CODES


def hit(score, limit):
    return (score >= limit) in CODES  # expect: PIT204


CHECKS = [(lambda: hit(9, 3), False)]
