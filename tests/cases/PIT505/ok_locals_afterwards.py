# why: locals() would show the loop's variable, and no comprehension leaves one
# options: --select PIT505
def names():
    found = []
    for part in ("a", "b"):
        found.append(part.upper())
    return locals()


def kept():
    found = []
    for part in ("a", "b"):
        found.append(part.upper())
    return vars().keys()
