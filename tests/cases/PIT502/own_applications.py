# why: a table of timers in a loop, a helper that prints, a label before the number, a division by another number of runs
import timeit

RUNS = 20_000
STATEMENTS = {"sum": "sum(range(10))", "sorted": "sorted(range(10))"}


def show(name, timer):
    print(f"{name:<10}{timer.timeit(number=RUNS):8.3f} ms")  # expect: PIT502


def compare():
    results = {name: timeit.timeit(code, number=RUNS) for name, code in STATEMENTS.items()}
    for name, spent in results.items():
        print("{}: {:.3f} msec".format(name, spent))  # expect: PIT502
        print("%s: %.3f us" % (name, spent / RUNS * 1e6))


def best(code):
    runs = timeit.repeat(code, repeat=3, number=RUNS)
    print("best [ms]:", min(runs))  # expect: PIT502
    print("mean (s):", sum(runs) / len(runs))
    each = [spent / RUNS for spent in runs]
    print(f"fastest: {min(each):.9f} ms")  # expect: PIT502


def auto(code):
    loops, total = timeit.Timer(code).autorange()
    print(loops, "loops,", total / loops, "ms each")  # expect: PIT502
    print(loops, "loops,", total / loops * 1e6, "us each")


show("sum", timeit.Timer(STATEMENTS["sum"]))
compare()
best("len([])")
auto("len([])")
