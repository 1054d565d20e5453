# why: a comprehension's name of its own; __init__ called again makes the thread anew
import threading


def work():
    print("work")


class Restartable(threading.Thread):
    def run(self):
        work()

    def again(self):
        self.start()
        self.join()
        self.__init__()
        self.start()


def others():
    return [threading.Thread(target=work) for _ in range(2)]


t = threading.Thread(target=work)
t.start()
t.join()
[t.start() for t in others()]
Restartable().again()
