# why: a Timer's first parameter is the time, its second the function
from threading import Timer


def work():
    print("work")


t = Timer(0.01, work)
t.start()
t.join()
