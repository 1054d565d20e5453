# why: ints
CODES = (1, 2, 3)
