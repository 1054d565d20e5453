# why: `x is 257` in a comment, a docstring and a text is no comparison
def tell(x):
    """True where x is 257; x is not -1 otherwise."""
    # the limit is 257
    return "x is 257", 'b"a"[0] is 97', x is None, f"{x} is 1"


CHECKS = [(lambda: tell(1), ("x is 257", 'b"a"[0] is 97', False, "1 is 1"))]
