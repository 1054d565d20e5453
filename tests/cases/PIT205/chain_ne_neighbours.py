# why: other than what stands on either side is what is asked, also along one side of a grid; three in a row are to differ, all of them
def lonely(v, grid, c=1):
    inner = [i for i in range(1, len(v) - 1) if v[i - 1] != v[i] != v[i + 1]]
    return inner, grid[0][c - 1] != grid[0][c] != grid[0][c + 1]


def changes(values):
    found, prev, cur = 0, None, None
    for nxt in values:
        found += prev != cur != nxt
        prev, cur = cur, nxt
    return found


def good(text):
    return sum(text[i] != text[i + 1] != text[i + 2] for i in range(len(text) - 2))  # expect: PIT205


CHECKS = [
    (lambda: lonely([1, 2, 1, 1], [[1, 2, 1]]), ([1], True)),
    (lambda: changes([1, 1, 2, 1]), 1),
    (lambda: good("aba"), 0),
]
