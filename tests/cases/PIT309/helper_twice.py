# why: the helper starts the thread that it is given; it is called twice with one thread
import threading


def work():
    print("work")


def launch(thread, name):
    thread.name = name
    thread.start()


def main():
    t = threading.Thread(target=work)
    launch(t, "first")
    t.join()
    launch(t, "second")  # expect: PIT309


main()
