# why: the thread leaves this module: given to a class of elsewhere, put into an event loop's table, returned, kept in a public list
import atexit
import threading



def work():
    print("work")


def prepare():
    return threading.Thread(target=work)


class Plugin:
    def thread(self):
        return threading.Thread(target=work)


class Stored(threading.Thread):
    everyone = []

    def __init__(self):
        super().__init__(target=work)
        self.everyone.append(self)


Stored()
for one in Stored.everyone:
    one.start()
t = threading.Thread(target=work)
atexit.register(t.start)

