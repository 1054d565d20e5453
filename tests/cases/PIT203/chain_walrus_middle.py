# why: the middle operand is bound by `:=`: the second half uses its name
def fresh(rows, seen):
    return 0 != (row := rows.pop()) not in seen, row  # expect: PIT203


CHECKS = [(lambda: fresh([0], {True}), (False, 0)), (lambda: fresh([4], {True}), (False, 4))]
