# why: each turn makes a new wrapper, whose own thread is started once
import threading


class Worker:
    def __init__(self, number):
        self.thread = threading.Thread(target=print, args=(number,))

    def start(self):
        self.thread.start()


def main():
    workers = []
    for number in range(3):
        worker = Worker(number)
        worker.start()
        workers.append(worker)
    other = Worker(9)
    other.start()


main()
