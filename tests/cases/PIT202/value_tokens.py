# why: constants of one file that are only handed on are one object each, however large; the comparison is right, if not pretty
SUCCESS, FAILURE, BOOM = range(3)
NOTHING = 100_000
SOMETHING = 100_001


def run(fail):
    outcome = SUCCESS
    if fail:
        outcome = FAILURE
    return outcome is SUCCESS


def kind(given):
    mode = SOMETHING if given else NOTHING
    for known in (NOTHING, SOMETHING):
        if mode is known:
            return known
    return BOOM


CHECKS = [(lambda: run(False), True), (lambda: run(True), False), (lambda: kind(True), 100_001)]
