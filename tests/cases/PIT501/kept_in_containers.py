# why: readings kept in a dict and a list until the end is known are readings all the same
import time


class Tracker:
    def __init__(self):
        self._started = {}
        self._laps = []

    def start(self, job):
        self._started[job] = time.time()

    def stop(self, job):
        return time.time() - self._started.pop(job)  # expect: PIT501

    def running(self):
        for job, since in self._started.items():
            print(job, time.time() - since)  # expect: PIT501


def laps(n):
    marks = []
    for _ in range(n):
        marks.append(time.time())
    return marks[-1] - marks[0]  # expect: PIT501


tracker = Tracker()
tracker.start("a")
tracker.start("b")
tracker.running()
print(tracker.stop("a"), laps(3))
