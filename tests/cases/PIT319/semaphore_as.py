# why: a semaphore of its own for each download limits nothing
import threading


def download(n):
    with threading.BoundedSemaphore(2) as slot, open(__file__) as f:  # expect: PIT319
        return slot, n, len(f.read())


print(download(1))
