# why: a helper that reads, a parameter, a closure, a global, a walrus, two at once, an augmented assignment
import time

began = time.time()


def now():
    return time.time()


def since(start):
    return now() - start  # expect: PIT501


def timed(task):
    start, count = time.time(), 0

    def report():
        return count, time.time() - start  # expect: PIT501

    task()
    return report()


def tick():
    global began
    if (moment := time.time()) - began > 60:  # expect: PIT501
        began = moment


def total(tasks):
    spent = 0.0
    for task in tasks:
        t = time.time()
        task()
        spent += time.time() - t  # expect: PIT501
    left = time.time()
    left -= time.time()  # expect: PIT501
    return spent, left


tick()
print(since(now()), timed(tick), total([tick]))
