# why: hashing leaves the lock, reading waits, processes have a lock each, one worker is one thread
# options: --select PIT305
import hashlib
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def digest(data):
    for _ in range(20):
        data = hashlib.sha256(data * 1000).digest()
    return data


def read(path):
    total = 0
    with open(path) as f:
        for line in f:
            total += len(line)
    return total


def crunch(n):
    total = 0
    for i in range(n):
        total += i
    return total


def small():
    for i in range(5):
        print(i)


if __name__ == "__main__":
    with ThreadPoolExecutor() as ex:
        print(len(list(ex.map(digest, [b"a", b"b"]))), list(ex.map(read, [__file__, __file__])))
    with ProcessPoolExecutor() as ex:
        print(list(ex.map(crunch, [10, 20])))
    with ThreadPoolExecutor(max_workers=1) as ex:
        print(list(ex.map(crunch, [10, 20])))
    for _ in range(2):
        threading.Thread(target=small).start()
