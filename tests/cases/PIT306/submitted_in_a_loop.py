# why: every future is dropped in the loop; leaving the with block waits for them and says nothing
from concurrent.futures import ThreadPoolExecutor


def load(n):
    return 10 // n


def main():
    with ThreadPoolExecutor(max_workers=2) as pool:
        for n in range(3):
            pool.submit(load, n)  # expect: PIT306
    print("done")


main()
