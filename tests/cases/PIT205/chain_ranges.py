# why: range tests gone wrong
def check(low, x, high, self):
    return (
        low <= x >= high,  # expect: PIT205
        0 < x > 10,  # expect: PIT205
        self.low < x > self.high,  # expect: PIT205
        high > x < low,  # expect: PIT205
    )


class Range:
    low, high = 1, 3


CHECKS = [(lambda: check(1, 2, 3, Range), (True, True, True, True))]
