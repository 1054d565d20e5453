# why: which of three is the largest: each of them stands in the middle once, or they are counted; one between two bounds does not
def largest(a, b, c):
    if b < a > c:
        return a
    return b if a < b > c else c


def most(apples, pears, plums):
    if pears < apples > plums:
        return "apples"
    if apples < pears > plums:
        return "pears"
    return "plums"


def second_wins(first, second, third):
    return first < second > third


def inside(a, x, b):
    return a < x > b  # expect: PIT205


CHECKS = [
    (lambda: largest(1, 5, 2), 5),
    (lambda: most(1, 2, 3), "plums"),
    (lambda: second_wins(1, 5, 3), True),
    (lambda: inside(1, 2, 3), True),
]
