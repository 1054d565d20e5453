# why: this start() gives the thread back
import threading


class Worker(threading.Thread):
    def start(self):
        super().start()
        return self

    def run(self):
        print("run")


w = Worker().start()
w.join()
