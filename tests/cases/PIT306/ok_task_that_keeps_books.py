# why: the task takes every exception itself; what it does before and after only keeps books
import threading
import time
from concurrent.futures import ThreadPoolExecutor


class Jobs:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.pending: dict[str, float] = {}
        self.errors: dict[str, str] = {}
        self.pool = ThreadPoolExecutor()

    def add(self, key: str, work) -> None:
        self.pending[key] = 0.0
        self.pool.submit(self._run, key, work)

    def _run(self, key: str, work) -> None:
        with self.lock:
            if key in self.pending:
                self.pending[key] = time.time()
        try:
            work()
        except Exception as error:
            self.errors[key] = str(error)
        with self.lock:
            self.pending.pop(key, None)


Jobs().add("a", lambda: 1 / 0)
