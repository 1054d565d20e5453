# why: the whole seconds are taken off the same reading: what is left is its fraction, no duration
import time


def split() -> tuple[int, int]:
    t = time.time()
    t1 = int(t)
    t2 = int((t - t1) * 1e6)
    return t1, t2


def stamps(n: int) -> list[float]:
    found = []
    for _ in range(n):
        now = time.time()
        whole = int(now)
        found.append(now - whole)
    return found
