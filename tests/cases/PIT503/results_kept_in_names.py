# why: both results come from the first timer, the second timer is made and never run
import timeit


def compare():
    loop = timeit.Timer("for i in range(9): i")
    comprehension = timeit.Timer("[i for i in range(9)]")
    loop_time = loop.timeit(10)
    comprehension_time = loop.timeit(10)  # expect: PIT503
    print(f"loop {loop_time}, comprehension {comprehension_time}")


compare()
