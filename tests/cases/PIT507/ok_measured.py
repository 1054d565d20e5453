# why: what is made with floats, and what is called after something that is measured
import math


class C:
    def __init__(self, area):
        self.area = area

    def side(self):
        return int(math.sqrt(self.area))


print(C(2.5).side())


def radius(area):
    return int(math.sqrt(area))


def rms(values, energy):
    return int(math.sqrt(energy)), int(math.sqrt(sum(values)))


def f(price, qty):
    return int(math.sqrt(price * qty))
