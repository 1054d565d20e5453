# why: where urgent is true, the thread is started twice
import threading


def work():
    print("work")


def run(urgent):
    t = threading.Thread(target=work)
    if urgent:
        print("at once")
        t.start()
    t.start()  # expect: PIT309


run(True)
