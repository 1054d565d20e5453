# why: the limit is a constant of the module, the size is read from text
LIMIT = 4096


def at_limit(text):
    size = int(text)
    return size is LIMIT  # expect: PIT202


CHECKS = [(lambda: at_limit("4096"), True)]
