# why: the helper makes a thread, its only caller forgets to start it
import threading


def work():
    print("work")


def make(name):
    thread = threading.Thread(target=work, name=name)  # expect: PIT308
    thread.daemon = True
    return thread


worker = make("one")
print(worker.name)
