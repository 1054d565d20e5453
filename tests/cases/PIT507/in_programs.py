# why: a sieve, a method, a loop over a list of ints, a root kept in a name: each cuts an int's float root
import math

LIMITS = [10, 112272535095293]


class Sieve:
    def __init__(self, limit: int):
        self.limit = limit

    def primes(self):
        composite = set()
        for i in range(2, int(self.limit ** 0.5) + 1):  # expect: PIT507
            composite.update(range(i * i, self.limit + 1, i))
        return [i for i in range(2, self.limit + 1) if i not in composite]


def divisors(number):
    found = []
    for i in range(1, math.trunc(math.sqrt(number)) + 1):  # expect: PIT507
        if number % i == 0:
            found += [i, number // i]
    return found


def is_square(n):
    root = math.sqrt(n)
    return int(root) ** 2 == n  # expect: PIT507


def triangular(n):
    return (int((8 * n + 1) ** (1 / 2)) - 1) // 2  # expect: PIT507


print(Sieve(30).primes(), divisors(12), is_square(49), [math.floor(limit ** .5) for limit in LIMITS], triangular(6))  # expect: PIT507
