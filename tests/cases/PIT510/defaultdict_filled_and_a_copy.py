# why: a defaultdict fills itself; a tuple of a list is no measuring of its items
import collections
import sys


def g():
    data = collections.defaultdict(list)
    for i in range(10):
        data[i].append(str(i))
    print(f"{sys.getsizeof(data) / 1024} KB")  # expect: PIT510


def f():
    d = [1, 2, 3]
    print("list", sys.getsizeof(d), "tuple", sys.getsizeof(tuple(d)))  # expect: PIT510


f()
g()
