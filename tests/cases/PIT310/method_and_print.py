# why: the method and print run now; the threads get None
import threading


class Delivery:
    def run(self):
        print("delivering")

    def open(self):
        self.thread = threading.Thread(target=self.run())  # expect: PIT310
        self.thread.start()


Delivery().open()
t = threading.Thread(target=print("now"))  # expect: PIT310
t.start()
