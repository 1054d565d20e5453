# why: the wrapper gives back what start() gives, and nobody uses it
import threading


def work():
    print("work")


class Service:
    def __init__(self):
        self.thread = threading.Thread(target=work)

    def start(self):
        return self.thread.start()


Service().start()
