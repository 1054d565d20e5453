# why: peaks and valleys among neighbours, tests against one limit; right
def shapes(v, i, prev, cur, next, y0, y1, y2, f):
    return (
        v[i - 1] < v[i] > v[i + 1],
        v[i - 1] >= v[i] <= v[i + 1],
        v[i - 1] < cur > v[i + 1],
        prev < cur > next,
        y0 < y1 > y2,
        f(i - 1) < f(i) > f(i + 1),
        y0 > 0 < y2,
        i < len(v) > y0,
    )


CHECKS = [(lambda: shapes([1, 5, 2], 1, 1, 5, 2, 1, 5, 2, lambda n: 5 - abs(n - 1)), (True, False, True, True, True, True, True, True))]
