# why: declared global, so it does stop, but only when the sleep is over
import threading
import time

running = True


def worker():
    while running:  # expect: PIT312
        time.sleep(2)


def stop():
    global running
    running = False


t = threading.Thread(target=worker)
t.start()
time.sleep(0.1)
stop()
t.join()
