# why: the attribute is None, so stop() raises
from threading import Thread


class Service:
    def open(self):
        self._thread = Thread(target=self.run).start()  # expect: PIT318

    def run(self):
        print("run")

    def stop(self):
        self._thread.join()


s = Service()
s.open()
try:
    s.stop()
except AttributeError as e:
    print(e)
