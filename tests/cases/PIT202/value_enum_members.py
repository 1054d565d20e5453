# why: members of an enum are compared by identity; right, of an IntEnum too
from enum import Enum, IntEnum, auto


class Color(Enum):
    RED = 1
    BLUE = 300


class Level(IntEnum):
    LOW = auto()
    HIGH = 300

    def is_low(self):
        return self is Level.LOW


def check(color: Color, level: Level):
    mine = Color.BLUE
    return color is Color.BLUE, mine is color, level is Level.HIGH, level.is_low()


CHECKS = [(lambda: check(Color.BLUE, Level.HIGH), (True, True, True, False))]
