import select


def write(name):
    select.select([], [], [], 0.15)
