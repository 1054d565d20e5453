# why: the thread is kept on self, stopped if alive, and never started
import threading


class Service:
    def __init__(self):
        self._thread = threading.Thread(target=self._run)  # expect: PIT308
        self._stop = threading.Event()

    def _run(self):
        self._stop.wait()

    def open(self):
        print("open")

    def close(self):
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()


s = Service()
s.open()
s.close()
