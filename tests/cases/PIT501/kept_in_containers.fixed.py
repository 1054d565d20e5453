# why: readings kept in a dict and a list until the end is known are readings all the same
import time


class Tracker:
    def __init__(self):
        self._started = {}
        self._laps = []

    def start(self, job):
        self._started[job] = time.perf_counter()

    def stop(self, job):
        return time.perf_counter() - self._started.pop(job)

    def running(self):
        for job, since in self._started.items():
            print(job, time.perf_counter() - since)


def laps(n):
    marks = []
    for _ in range(n):
        marks.append(time.perf_counter())
    return marks[-1] - marks[0]


tracker = Tracker()
tracker.start("a")
tracker.start("b")
tracker.running()
print(tracker.stop("a"), laps(3))
