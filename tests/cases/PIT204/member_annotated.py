# why: containers that are annotated as ones of ints, and ones that may hold other things
def look(a, b, codes: list[int], names: dict[int, str], more: "list", mixed: list[bool], maybe: list[int] = None):
    one = (a == b) in codes  # expect: PIT204
    two = (a == b) in names  # expect: PIT204
    return one, two, (a == b) in more, (a == b) in mixed, maybe is None


CHECKS = [(lambda: look(5, 5, [1], {1: "x"}, [True], [True]), (False, False, True, True, True))]
