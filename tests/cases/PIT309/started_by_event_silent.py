# why: the thread sets the event that keeps the loop from starting it again
import threading
import time


class Console:
    def __init__(self):
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self.ready.set)

    def run(self):
        for _ in range(3):
            if not self.ready.is_set():
                self.thread.start()
            elif threading.active_count() > 5:
                print("many")
            time.sleep(0.01)


Console().run()
