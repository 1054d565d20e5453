# why: the guard the other way round, by a name, by the process's name; an early exit; nothing started at import
import multiprocessing
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def work(n=1):
    return n


IS_MAIN = __name__ == "__main__"
queue = multiprocessing.Queue()
lock = multiprocessing.Lock()
later = multiprocessing.Process(target=work)
executor = ProcessPoolExecutor(1)
threads = ThreadPoolExecutor(1)
print(threads.submit(work, 3).result())
t = threading.Thread(target=work)
t.start()
if "__main__" == __name__:
    later.start()
    later.join()
if IS_MAIN:
    print(list(executor.map(work, [1])))
if multiprocessing.current_process().name == "MainProcess":
    p = multiprocessing.Process(target=work)
    p.start()
    p.join()
if __name__ != "__main__":
    sys.exit = sys.exit
else:
    with multiprocessing.Pool(1) as pool:
        print(pool.map(work, [1]))
