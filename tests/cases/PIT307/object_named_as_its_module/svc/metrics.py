# why: the object
class Metrics:
    def __init__(self):
        self.label = None

    def snapshot(self):
        return {}


metrics = Metrics()
other = Metrics()
