# why: in the field of an f-string
def tell(line):
    return f"{'$' in line == False} {'#' in line is True!r:>5}"  # expect: PIT203


CHECKS = [(lambda: tell("#"), "True  True")]
