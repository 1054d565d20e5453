# why: each with each
def scalene(a, b, c):
    if a != b and b != c and a != c:
        return "scalene"
    return "other"


CHECKS = [(lambda: scalene(3, 4, 3), "other"), (lambda: scalene(3, 4, 5), "scalene")]
