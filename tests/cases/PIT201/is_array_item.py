# why: an item of an array is a numpy number, never the int
import numpy as np

TABLE = np.array([3, 4])


def first_is_three():
    if TABLE[0] is 3:  # expect: PIT201
        return "three"
    return "other"


CHECKS = [(first_is_three, "three")]
