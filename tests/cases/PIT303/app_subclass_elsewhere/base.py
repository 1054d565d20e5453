import gevent


class Task(gevent.Greenlet):
    def _run(self):
        self.prepare()
        self.execute()  # expect: PIT303

    def prepare(self):
        gevent.sleep(0.01)

    def execute(self):
        raise NotImplementedError
