# why: the lock is kept and handed on
import threading


def work(lock):
    with lock:
        print("work")


with (lock := threading.Lock()):
    t = threading.Thread(target=work, args=(lock,))
    t.start()
t.join()
