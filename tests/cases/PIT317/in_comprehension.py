# why: each thread of the list would get the function as its group
import threading


def work():
    print("work")


def main():
    threads = [threading.Thread(work, daemon=True) for _ in range(2)]  # expect: PIT317
    for t in threads:
        t.start()


try:
    main()
except AssertionError as e:
    print(e)
