# why: an attribute that counts up is an int; one that is added to as a list, or that may be set to something else, is not known to be one
class Queue:
    def __init__(self, size: int, jobs):
        self.size = size
        self.done = 0
        self.seen = []
        self.last = 0
        self.jobs = jobs

    def work(self):
        self.done += 1
        self.seen += [self.done]
        self.last += 1
        return self.done is self.size  # expect: PIT202

    def rest(self):
        self.size -= self.done
        return self.size is self.done  # expect: PIT202

    def is_last(self, job):
        self.last = job
        return self.last is self.jobs[-1] or self.seen is self.jobs

    def count(self, wanted: int, *numbers: int, **named: int):
        return [n for n in numbers if n is wanted] + [k for k in named if named[k] is wanted]  # expect: PIT202


def run():
    queue = Queue(int("300"), [])
    return [queue.work() for _ in range(300)][-1]


JOB = object()
CHECKS = [
    (run, True),
    (lambda: Queue(0, [JOB]).is_last(JOB), True),
    (lambda: Queue(0, []).count(int("300"), int("300"), a=int("300")), [300, "a"]),
]
