# why: a Thread that is none of the library's
class Thread:
    def __init__(self, target):
        self.target = target

    def start(self):
        self.target()


def work():
    print("work")


Thread(work).start()
