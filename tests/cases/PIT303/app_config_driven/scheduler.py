import gevent


class Scheduler:
    def __init__(self):
        self.jobs = []

    def register(self, job):
        self.jobs.append(job)

    def run(self):
        gevent.joinall([gevent.spawn(job) for job in self.jobs])  # expect: PIT303
