# why: one report a branch, a warm-up, a total and a share of one result, a measurement thrown away on purpose
import timeit


def one_of_two(short):
    loop = timeit.Timer("sum(range(10))")
    _spare = timeit.Timer("max(range(10))")
    if short:
        print("loop", loop.timeit(10))
    else:
        print("loop, ten runs:", loop.timeit(10))


def warm():
    t = timeit.Timer("sum(range(10))")
    t.timeit(10)
    print("sum", t.timeit(10))


def both():
    a = timeit.timeit("sum(range(10))", number=10)
    b = timeit.timeit("max(range(10))", number=10)
    print("sum", a)
    print("sum, each", a / 10)
    print("max", b)


def two_of_two():
    a = timeit.timeit("sum(range(10))", number=10)
    b = timeit.timeit("max(range(10))", number=10)
    print(f"{a} {b}")
    print(f"ratio {a / b}")
    return a


one_of_two(True)
warm()
both()
two_of_two()
