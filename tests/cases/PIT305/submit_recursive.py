# why: recursion in bytecode, submitted in a loop
# options: --select PIT305
from concurrent.futures import ThreadPoolExecutor


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def main():
    with ThreadPoolExecutor(4) as pool:
        futures = [pool.submit(fib, 27) for _ in range(4)]  # expect: PIT305
        print([f.result() for f in futures])


if __name__ == "__main__":
    main()
