# why: two ints computed in a class body
class Page:
    rows = int("300")
    columns = int("300")
    square = rows is columns  # expect: PIT202


CHECKS = [(lambda: Page.square, True)]
