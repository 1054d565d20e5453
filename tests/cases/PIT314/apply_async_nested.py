# why: the nested function cannot be found by name in the worker
from multiprocessing import Pool


def main():
    def task(n):
        return n + 1

    with Pool(1) as pool:
        r = pool.apply_async(task, (1,))  # expect: PIT314
        try:
            print(r.get(timeout=5))
        except AttributeError as e:
            print(e)


if __name__ == "__main__":
    main()
