# why: the name of the list stands for something else at the end of the block, so it is read where it is made
from concurrent.futures import ThreadPoolExecutor


def work(n: int) -> float:
    return 1 / n


with ThreadPoolExecutor() as pool:
    futures = [pool.submit(work, n) for n in range(3)]  # expect: PIT306
    for future in futures:
        future.result()
    print("submitted")
    futures = 1
