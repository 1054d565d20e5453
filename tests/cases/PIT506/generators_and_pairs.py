# why: a generator handed to a builtin, pairs of zip and enumerate, a nested one; the iterable itself gives the same
# options: --select PIT506
def same(words, sizes):
    print(list(word for word in words))  # expect: PIT506
    print(", ".join(word for word in words))  # expect: PIT506
    print(sum(size for size in sizes), sorted((s for s in sizes), reverse=True))  # expect: PIT506
    print({word: size for word, size in zip(words, sizes)})  # expect: PIT506
    print([(place, word) for place, word in enumerate(words)])  # expect: PIT506
    print({k: v for k, v in [("a", 1), ("b", 2)]})  # expect: PIT506
    print([s for s in (t for t in sizes)])  # expect: PIT506


same(["a", "b"], [2, 1])
