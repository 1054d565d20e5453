# why: the same loop in two threads: each waits for the other
# options: --select PIT305
import threading


def count(n):
    while n > 0:
        n -= 1


a = threading.Thread(target=count, args=(6000000,))  # expect: PIT305
b = threading.Thread(target=count, args=(6000000,))
a.start()
b.start()
a.join()
b.join()
