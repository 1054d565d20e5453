# why: the unit comes by print's end, the number of runs by int(1e4)
import timeit

print("all:", timeit.timeit("len('x')"), end=" ms\n")  # expect: PIT502
print("some:", timeit.timeit("len('x')", number=int(1e4)), "us")  # expect: PIT502
print("some:", timeit.timeit("len('x')", number=int(1e3)), end=" ms\n")
