# why: ratios, differences of another clock, a number of runs that nobody knows, a letter that is no unit, a speed
import sys
import time
import timeit

a = timeit.timeit("len('x')", number=1000)
b = timeit.timeit("len('xy')", number=1000)
runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
print("ratio:", a / b, "s")
print("s:", a, "ms:", a)
print("unknown:", timeit.timeit("len('x')", number=runs), "ms")
start = timeit.default_timer()
print("elapsed:", (timeit.default_timer() - start) * 1000, "ms")
print("elapsed:", time.perf_counter() - start, "s")
print(f"speed: {1000 / a:.0f} runs per s")
print(f"{a:.3f} sure, {b:.3f} ms per run, {a / 1000 * 1e9:.0f} ns")
print("x" * 3, a)
print(f"{timeit.timeit('len(())', number=1_000_000_000) if runs < 0 else 0} ns")
