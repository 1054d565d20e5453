# why: the result of start() is taken for the thread
import threading


def work():
    print("work")


class Worker(threading.Thread):
    def run(self):
        work()


worker = Worker()
running = worker.start()  # expect: PIT318
print("running:", running)
timer = threading.Timer(0.01, work).start()  # expect: PIT318
print("timer:", timer)
