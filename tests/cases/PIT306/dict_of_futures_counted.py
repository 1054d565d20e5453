# why: as_completed over a dict of futures; only the names are printed
from concurrent.futures import ThreadPoolExecutor, as_completed


def load(n):
    return 10 // n


with ThreadPoolExecutor() as ex:
    jobs = {ex.submit(load, n): f"job {n}" for n in range(3)}  # expect: PIT306
    for future in as_completed(jobs):
        print(jobs[future], "is over")
