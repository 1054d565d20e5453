# why: each append adds None; the joins fail
import threading


def work():
    print("work")


threads = []
for _ in range(2):
    threads.append(threading.Thread(target=work).start())  # expect: PIT318
print(threads)
