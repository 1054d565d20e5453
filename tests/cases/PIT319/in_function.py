# why: each call makes a lock of its own; two threads are inside at once
import threading
import time

inside = most = 0


def enter():
    global inside, most
    with threading.Lock():  # expect: PIT319
        inside += 1
        most = max(most, inside)
        time.sleep(0.05)
        inside -= 1


threads = [threading.Thread(target=enter) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("at once:", most)
