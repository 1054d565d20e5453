# why: what the other module's functions return: answers, numbers, and what a class of its own makes of `==`
from doors import CODES, first, is_open, same


def look(door, doors):
    return is_open(door) in CODES, same(doors[0], doors[1]) in CODES, first(doors) in CODES  # expect: PIT204


class Door:
    def __init__(self, state):
        self.state = state


CHECKS = [(lambda: look(Door("open"), [1, 1]), (False, True, True))]
