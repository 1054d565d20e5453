# why: an int on every branch
def same(text, other, deep):
    if deep:
        size = len(text)
    elif text:
        size = int(other)
    else:
        size = 0
    return size is not len(other)  # expect: PIT202


CHECKS = [(lambda: same("x" * 300, "y" * 300, True), False), (lambda: same("", "y", False), True)]
