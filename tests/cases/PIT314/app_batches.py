# why: the batch hands a nested function and a lambda to its process pool
from __future__ import annotations

from concurrent.futures import Executor, ProcessPoolExecutor


class Batch:
    def __init__(self, size: int) -> None:
        self.executor = ProcessPoolExecutor(size)

    def run(self, numbers: list[int], factor: int) -> list[object]:
        def scale(number: int) -> int:
            return number * factor

        futures = [self.executor.submit(scale, number) for number in numbers]  # expect: PIT314
        futures.append(self.executor.submit(lambda: factor))  # expect: PIT314
        return [future.exception() for future in futures]

    def close(self) -> None:
        self.executor.shutdown()


def main() -> None:
    batch = Batch(1)
    print(batch.run([1, 2], 3))
    batch.close()


if __name__ == "__main__":
    main()
