from gevent.pool import Pool


class Workers:
    def __init__(self):
        self.pool = Pool(4)

    def add(self, function):
        self.pool.spawn(function)  # expect: PIT303

    def wait(self):
        self.pool.join()
