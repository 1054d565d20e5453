# why: the new thread is dropped where it is made
from threading import Thread


def work():
    print("work")


Thread(target=work)  # expect: PIT308
