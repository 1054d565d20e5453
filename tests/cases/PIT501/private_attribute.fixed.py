# why: a private attribute holds None or a reading, and is read for nothing but durations
import time as clock


class Watch:
    def __init__(self):
        self._since = None

    def start(self):
        self._since = clock.perf_counter()  # begins

    def elapsed(self):
        if self._since is None:
            return 0.0
        return (clock.perf_counter() - self._since) * 1000


watch = Watch()
watch.start()
print(watch.elapsed() >= 0)
