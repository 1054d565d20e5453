# why: the constants, the class's constant and the function's result are compiled in main.py; HELP is only printed there
key = "k"
DATE = f"{key}a{4}"  # expect: PIT101
HELP = f"{key}a{4}"


class Rules:
    DAY = f"{key}b{4}"  # expect: PIT101


def make(name):
    return f"{name}c{4}"  # expect: PIT101


TABLE = {name: f"{name}d{4}" for name in "ab"}  # expect: PIT101


def keep(lines, regex):
    import re

    return [line for line in lines if re.search(regex, line)]


def holding(lines, part):
    return [line for line in lines if part in line]


class Matcher:
    def __init__(self, rx):
        self.rx = rx

    def hit(self, text):
        import re

        return re.match(self.rx, text)
