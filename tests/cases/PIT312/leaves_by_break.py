# why: the endless loop asks the flag first; it is asked again when the sleep is over
import threading
import time

finished = False


def worker():
    while True:  # expect: PIT312
        if finished:
            break
        time.sleep(1.5)


t = threading.Thread(target=worker)
t.start()
time.sleep(0.1)
finished = True
t.join()
