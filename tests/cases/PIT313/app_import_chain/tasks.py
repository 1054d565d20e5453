# why: starts a pool when asked
from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


def run_all(numbers):
    with ProcessPoolExecutor(1) as executor:
        return list(executor.map(square, numbers))
