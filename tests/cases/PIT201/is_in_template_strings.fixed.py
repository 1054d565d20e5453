# why: an expression in a t-string is run like any other; `257 is 257` of two ints made apart is False
# python: >=3.14


def shown(n: int):
    one = t"한글 {n == 300!r:>5}"
    two = t"{n == 300} {n is None}"
    return one, two, t"{t'{n == 257}'}"


def guarded(n):
    try:
        return n
    except ValueError, TypeError:
        return n != -1
