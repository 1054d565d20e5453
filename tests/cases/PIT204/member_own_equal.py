# why: what a class of one's own gives for `==` or `<` need not be a bool; where its methods give bools, it is one
class Cell:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return 2 if self.value == other.value else 1

    def __lt__(self, other):
        return [self.value, other.value]

    __hash__ = None


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.cents == other.cents

    __hash__ = None


def distance(a: Cell, b: Cell):
    return (a == b) in [1, 2], (a < b) in [1, 2]


def coins(a: Money, b: Money):
    return (a == b) in [1, 2]  # expect: PIT204


CHECKS = [(lambda: distance(Cell(1), Cell(1)), (True, False)), (lambda: coins(Money(1), Money(1)), False)]
