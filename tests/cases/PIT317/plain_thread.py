# why: Thread's first parameter is group: AssertionError
import threading


def work():
    print("work")


try:
    threading.Thread(work).start()  # expect: PIT317
except AssertionError as e:
    print(e)
