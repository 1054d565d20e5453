from c import third as last


def second():
    last()
