# why: ints out of the pairs of a dict and out of an annotated tuple; what else such pairs hold is left alone
def lengths(table: dict[str, int], names: "dict[str, object]", wanted: object):
    long = [key for key, size in table.items() if size is len(key)]  # expect: PIT202
    return long, [key for key, value in names.items() if value is wanted or key is wanted]


def square(size: tuple[int, int], other: "tuple[object, int]"):
    width, height = size
    first, second = other
    return width is height, first is width, second is size[0]  # expect: PIT202


K = "k" * 300
N = int("300")
CHECKS = [(lambda: lengths({K: N}, {"a": K}, K), ([K], ["a"])), (lambda: square((N, int("300")), (N, int("300"))), (True, True, True))]
