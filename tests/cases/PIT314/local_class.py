# why: a class that a function makes is looked for by its name, and not found; one of the module is
import concurrent.futures


class Known:
    def __init__(self, n):
        self.n = n


def main():
    class Job:
        def __init__(self, n):
            self.n = n

    with concurrent.futures.ProcessPoolExecutor(1) as executor:
        future = executor.submit(Job, 2)  # expect: PIT314
        print(future.exception())
        print(executor.submit(Known, 2).result().n)


if __name__ == "__main__":
    main()
