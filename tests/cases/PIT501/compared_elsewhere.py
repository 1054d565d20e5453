# why: what is compared with what does not show that the clock may go back
import time


def slower(work, other, limit) -> bool:
    start = time.time()
    work()
    middle = time.time()
    other()
    end = time.time()
    if end < limit:
        print(f"{end - start:.1f} s")  # expect: PIT501
    return middle - start < end - middle  # expect: PIT501


slower(list, dict, 10**12)
