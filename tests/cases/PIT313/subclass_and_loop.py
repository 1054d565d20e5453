# why: a Process subclass, started in a loop at module level
from multiprocessing import Process


class Worker(Process):
    def run(self):
        print("work")


workers = [Worker() for _ in range(2)]
for w in workers:
    w.start()  # expect: PIT313
for w in workers:
    w.join()
