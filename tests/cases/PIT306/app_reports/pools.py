# why: the executors of the program
from concurrent.futures import ThreadPoolExecutor, wait

executor = ThreadPoolExecutor(max_workers=2)


def finish(futures):
    done, missing = wait(futures, timeout=5)
    if missing:
        print(len(missing), "still running")
    return len(done)
