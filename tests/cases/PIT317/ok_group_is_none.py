# why: the value may be None, and is
import threading


def work():
    print("work")


group = None
options = [None, work]
t = threading.Thread(group, work)
t.start()
t.join()
u = threading.Thread(*options)
u.start()
u.join()
