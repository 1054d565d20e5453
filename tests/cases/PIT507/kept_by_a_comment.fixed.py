# why: the comment between the calls would be lost, so the fix is withheld
import math


def root(n: int) -> int:
    return int(  # expect: PIT507
        # rounded down
        math.sqrt(n)
    )


print(root(17))
