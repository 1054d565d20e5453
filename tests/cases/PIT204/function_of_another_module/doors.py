# why: functions of comparisons
CODES = {1, 2}


class Cell:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return 2

    __hash__ = None


def is_open(door):
    if door is None:
        return False
    return door.state == "open" and not door.state == "shut"


def same(a, b):
    return Cell(a) == Cell(b)


def first(doors):
    return doors[0] or False
