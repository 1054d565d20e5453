# why: bools among the items, texts, nothing known, nothing in it: silent
def look(a, b, results, more: list):
    seen = [True]
    codes = [1, 2]
    codes.append(a == b)
    return (a == b) in [True, False], (a == b) in (1, "x", True), (a == b) in seen, (a == b) in codes, (a == b) in more, (a == b) in results


CHECKS = [(lambda: look(1, 1, [True], [True]), (True,) * 6)]
