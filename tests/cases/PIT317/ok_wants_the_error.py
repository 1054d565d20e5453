# why: the test wants the error
import contextlib
import threading


def work():
    print("work")


with contextlib.suppress(AssertionError):
    threading.Thread(work)
