# why: an error below one limit and above another, from scipy's tests; right as written, and a test of a constant on both sides, too
def precise(measure, error, tolerance, x):
    return measure() < error > tolerance, 0 < 1 <= 1 == 1, x > 0 < error


CHECKS = [(lambda: precise(lambda: 1, 3, 2, 1), (True, True, True))]
