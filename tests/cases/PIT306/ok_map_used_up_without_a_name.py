# why: starred, unpacked, searched, summed, joined: every one uses the iterator up
from concurrent.futures import ThreadPoolExecutor


def load(n):
    return str(n)


with ThreadPoolExecutor() as ex:
    print(*ex.map(load, range(2)))
    a, b = ex.map(load, range(2))
    print(a, b, "1" in ex.map(load, range(2)), ",".join(ex.map(load, range(2))), [*ex.map(load, range(2))])
    print(max(ex.map(load, range(2))), dict(zip("ab", ex.map(load, range(2)))), next(ex.map(load, range(2))))
