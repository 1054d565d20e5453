# why: on one branch it is None; there `is` may be meant, and nothing is said
def same(text, other, deep):
    size = len(text) if deep else None
    return size is other


CHECKS = [(lambda: same("", None, False), True)]
