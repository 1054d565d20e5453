# why: an Event; a nap too short to matter; a loop without a sleep; a flag nobody sets; a flag on an object
import threading
import time

stopped = threading.Event()
quick = False
busy = False
debug = False
count = 0


def by_event():
    while not stopped.is_set():
        stopped.wait(5)


def by_nap():
    while not quick:
        time.sleep(0.01)


def by_spin():
    global count
    while not busy:
        count += 1


def never_set():
    for _ in range(2):
        if debug:
            time.sleep(3)


threads = [threading.Thread(target=f) for f in (by_event, by_nap, by_spin, never_set)]
for t in threads:
    t.start()
time.sleep(0.05)
stopped.set()
quick = True
busy = True
for t in threads:
    t.join()
