# why: the root is kept in a name and cut later; the number is still the same where it is bound once
import math


def is_square(n: int) -> bool:
    root = math.sqrt(n)
    return int(root) ** 2 == n  # expect: PIT507


def halved(n: int) -> int:
    root = n ** 0.5
    n //= 2
    return int(root) + n  # expect: PIT507


print(is_square(49), halved(9))
