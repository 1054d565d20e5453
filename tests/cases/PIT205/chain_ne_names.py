# why: three values that must all differ; the chain never compares the first with the last
def scalene(a, b, c):
    if a != b != c:  # expect: PIT205
        return "scalene"
    return "other"


CHECKS = [(lambda: scalene(3, 4, 3), "other"), (lambda: scalene(3, 4, 5), "scalene")]
