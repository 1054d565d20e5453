# why: the object's method starts the process, two calls away
from multiprocessing import Process


def work():
    print("work")


class Service:
    def __init__(self):
        self.process = Process(target=work)

    def open(self):
        self._launch()

    def _launch(self):
        self.process.start()


service = Service()
service.open()  # expect: PIT313
service.process.join()
