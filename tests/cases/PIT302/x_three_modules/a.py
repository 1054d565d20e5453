import b


def first():
    b.second()
