# why: whoever sets the flag wakes the loop as well
import threading

stopping = False
wake = threading.Event()


def worker():
    while not stopping:
        wake.wait(5)
        wake.clear()


def stop():
    global stopping
    stopping = True
    wake.set()


t = threading.Thread(target=worker)
t.start()
stop()
t.join()
