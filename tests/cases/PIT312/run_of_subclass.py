# why: the loop stands in run() of a Thread subclass; the flag is the module's
import threading
import time

done = False


class Worker(threading.Thread):
    def run(self):
        while not done:  # expect: PIT312
            time.sleep(1.5)


w = Worker()
w.start()
time.sleep(0.1)
done = True
w.join()
