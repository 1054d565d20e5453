# why: the second loop starts the same threads again
import threading


def work():
    print("work")


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
for t in threads:
    t.start()  # expect: PIT309
