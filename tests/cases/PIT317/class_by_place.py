# why: a class is no group either
from threading import Thread


class Job:
    def __init__(self):
        print("job")


try:
    Thread(Job).start()  # expect: PIT317
except AssertionError as e:
    print(e)
