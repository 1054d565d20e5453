# why: a generator, a generator function's result, a name bound to a lazy iterable in both branches, a log call
import itertools
import logging
from itertools import islice as some

log = logging.getLogger(__name__)


def evens(n):
    for i in range(n):
        if i % 2 == 0:
            yield i


class Report:
    def rows(self):
        yield "a"

    def text(self):
        return "rows: " + str(self.rows())  # expect: PIT504


def show(words, short):
    print("sizes: " + str(len(word) for word in words))  # expect: PIT504
    picked = filter(None, words) if short else map(str, words)
    print(f"{picked}")  # expect: PIT504
    print(f"first: {some(words, 1)!s}")  # expect: PIT504
    log.warning("pairs: %s", zip(words, words))  # expect: PIT504
    print("%(evens)s" % {"evens": evens(4)})  # expect: PIT504
    return "{all} {0}".format(1, all=itertools.chain(words, words))  # expect: PIT504


print(show(["x", "y"], True), Report().text())
