# why: a lambda stays one under a name; a partial of a nested function is pickled with it
import functools
from concurrent.futures import ProcessPoolExecutor

double = lambda n: n * 2  # noqa: E731


def main():
    def add(a, b):
        return a + b

    with ProcessPoolExecutor(1) as ex:
        for f in (ex.submit(double, 2), ex.submit(functools.partial(add, 1), 2)):  # expect: PIT314
            print(f.exception())


if __name__ == "__main__":
    main()
