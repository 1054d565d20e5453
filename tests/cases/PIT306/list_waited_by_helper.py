# why: the futures of the list go to a helper that only waits
import concurrent.futures as cf


def load(n):
    return 10 // n


def wait_for_all(futures):
    cf.wait(futures)
    print(len(futures), "finished")


class Loader:
    def __init__(self):
        self._executor = cf.ThreadPoolExecutor(2)

    def load_all(self, numbers):
        futures = []
        for n in numbers:
            futures.append(self._executor.submit(load, n))  # expect: PIT306
        wait_for_all(futures)
        self._executor.shutdown()


Loader().load_all([0, 1, 2])
