# why: Counter values
from collections import Counter


def balanced(text):
    count = Counter(text)
    return count["a"] is count["b"]  # expect: PIT202


CHECKS = [(lambda: balanced("ab" * 300), True)]
