# why: several threads of a class whose run only computes; the Monte Carlo estimate of pi
# options: --select PIT305
import random
import threading
from concurrent.futures import ThreadPoolExecutor


class Fib(threading.Thread):
    def __init__(self, n):
        super().__init__()
        self.n = n

    def run(self):
        a, b = 0, 1
        for _ in range(self.n):
            a, b = b, a + b
        self.result = a


ts = [Fib(100000) for _ in range(4)]  # expect: PIT305
for t in ts:
    t.start()


class Sum(threading.Thread):
    def __init__(self, part):
        super().__init__()
        self.part = part
        self.total = 0

    def run(self):
        for n in self.part:
            self.total += n * n


a, b = Sum(range(10 ** 6)), Sum(range(10 ** 6))  # expect: PIT305
a.start(), b.start()


def monte(n):
    inside = 0
    for _ in range(n):
        x, y = random.random(), random.random()
        inside += x * x + y * y <= 1
    return inside


with ThreadPoolExecutor() as ex:
    fs = [ex.submit(monte, 10 ** 6) for _ in range(4)]  # expect: PIT305
    print(sum(f.result() for f in fs))


def words(lines):
    found = {}
    for line in lines:
        for w in line.split():
            found[w] = found.get(w, 0) + 1
    return ",".join(sorted(found))


with ThreadPoolExecutor() as ex:
    print(list(ex.map(words, [["a b"], ["c"]])))  # expect: PIT305
