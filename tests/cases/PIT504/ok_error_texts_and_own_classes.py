# why: range in an error text reads as it is; a test of the text itself; classes of this program; what is made a list first
class Span:
    def __init__(self, low, high):
        self.low, self.high = low, high

    def __iter__(self):
        yield self.low

    def __str__(self):
        return f"{self.low}-{self.high}"


def check(n):
    allowed = range(5)
    if n not in allowed:
        raise ValueError(f"{n} is not in {allowed}")
    assert n in allowed, f"{n} not in {allowed}"
    return str(Span(1, n)), f"{Span(1, n)}"


def made(words):
    pairs = zip(words, words)
    pairs = dict(pairs)
    sizes = [*map(len, words)]
    return f"{pairs} {sizes} {len(list(map(len, words)))}", "%d %s" % (sum(map(len, words)), sizes), "{0.start}".format(range(3))


def shadowed(map, zip):
    return str(map(1)), f"{zip(2)}"


assert str(range(3)) == "range(0, 3)"
print(check(3), made(["a"]), shadowed(str, str), f"{range(3)=}", "%r" % (range(3),))
