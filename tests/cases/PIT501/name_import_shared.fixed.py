# why: the imported name is also used for the time of day, so another import joins it
from time import ctime, time
from time import perf_counter


def measure(task):
    started = last = perf_counter()
    task()
    last = perf_counter()
    return last - started


print(measure(ctime), ctime(time())[:3])
