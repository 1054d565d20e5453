# why: the subclass has no __init__ of its own, so group comes first there too
import threading


class Worker(threading.Thread):
    pass


def work():
    print("work")


def main():
    worker = Worker(work, name="w")  # expect: PIT317
    worker.start()


try:
    main()
except AssertionError as e:
    print(e)
