import gevent
from gevent.queue import Queue


class JobQueue:
    def __init__(self, workers):
        self.items = Queue()
        self.results = []
        self.workers = [gevent.spawn(self._work) for _ in range(workers)]

    def put(self, function, *args):
        self.items.put((function, args))

    def _work(self):
        for function, args in iter(self.items.get, None):
            self.results.append(function(*args))

    def join(self):
        for _ in self.workers:
            self.items.put(None)
        gevent.joinall(self.workers)
        return self.results
