# why: the list holds three None
import threading


def work(n):
    print(n)


threads = [threading.Thread(target=work, args=(n,)).start() for n in range(3)]  # expect: PIT318
print(threads)
