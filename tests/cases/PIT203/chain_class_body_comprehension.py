# why: `:=` cannot stand in a comprehension of a class body
ROWS = [[1, True], [0, 1]]


class Rows:
    odd = [0 != row[0] not in [True] for row in ROWS]  # expect: PIT203


CHECKS = [(lambda: Rows.odd, [False, True])]
