# why: a comparison of arrays is no bool; and `True in (array == 3)` is an idiom
import numpy as np

TABLE = np.array([3, 4])


def has_three():
    return True in (TABLE == 3), (TABLE == 3).any() in [True]


CHECKS = [(has_three, (True, True))]
