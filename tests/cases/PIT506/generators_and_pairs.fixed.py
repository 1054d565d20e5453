# why: a generator handed to a builtin, pairs of zip and enumerate, a nested one; the iterable itself gives the same
# options: --select PIT506
def same(words, sizes):
    print(list(words))
    print(", ".join(words))
    print(sum(sizes), sorted(sizes, reverse=True))
    print(dict(zip(words, sizes)))
    print(list(enumerate(words)))
    print(dict([("a", 1), ("b", 2)]))
    print(list(sizes))


same(["a", "b"], [2, 1])
