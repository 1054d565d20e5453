# why: the note's chains, of constants
def note():
    return 4 != 0 not in [1, 2, 3], 4 != 0 not in [0, 1, 2, 3]  # expect: PIT203


CHECKS = [(note, (False, False))]
