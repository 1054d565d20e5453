# why: calls, an attribute and a subscript: each is evaluated once
def differ(read, box, items):
    return not read() != box.n != items[0]  # expect: PIT205


class Box:
    n = 2


def run(first, last):
    calls = []
    result = differ(lambda: calls.append(1) or first, Box, [last])
    return result, len(calls)


CHECKS = [(lambda: run(1, 1), (True, 1)), (lambda: run(1, 3), (False, 1))]
