# why: functions of the module that return ints
def size(text) -> int:
    return len(text)


def area(text):
    return len(text) * 10


def same(a, b):
    return size(a) is size(b), area(a) is not area(b)  # expect: PIT202


CHECKS = [(lambda: same("x" * 300, "y" * 300), (True, False))]
