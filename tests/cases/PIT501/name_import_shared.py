# why: the imported name is also used for the time of day, so another import joins it
from time import ctime, time


def measure(task):
    started = last = time()
    task()
    last = time()
    return last - started  # expect: PIT501


print(measure(ctime), ctime(time())[:3])
