# why: over lines, with comments, in brackets: they stay
def plain(line, table):
    return (
        "$" in line  # the mark  # expect: PIT203
        == False
    ) or (
        len(line)  # how long  # expect: PIT203
        != (0)  # and then
        not in  # the table
        table
    )


CHECKS = [(lambda: plain("ls", [0]), True)]
