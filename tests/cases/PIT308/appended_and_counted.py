# why: the threads are collected and counted; the loop that should start them only prints
import threading


def work(n):
    print(n)


threads = []
for n in range(3):
    threads.append(threading.Thread(target=work, args=(n,)))  # expect: PIT308
for thread in threads:
    print("prepared", thread.name)
print(len(threads))
