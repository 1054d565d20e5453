import time


class Timed:
    def __init__(self, name):
        self.name = name
        self.notes = []

    def __enter__(self):
        self.started = time.perf_counter()
        return self

    def note(self, item):
        self.notes.append(item)

    def __exit__(self, *exc):
        self._flush()

    def _flush(self):
        time.sleep(0.15)


def banner(text):
    return f"== {text} =="
