# why: what the compiler makes an int of: an item of bytes, sums, powers, signs
def codes(n, m):
    return n is b"a"[0], m is 10 ** 3, m is 999 + 1, m is ~-1001, m is (1, 1000)[1]  # expect: PIT201


CHECKS = [(lambda: codes(int("97"), int("1000")), (True,) * 5)]
