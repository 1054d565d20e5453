# why: the reports' futures are dropped, or handed to what only waits
from jobs import careful, render
from pools import executor


class Reports:
    """All reports of a day."""

    def __init__(self, names):
        self.names = names
        self._pending = []

    def schedule(self):
        for name in self.names:
            self._pending.append(executor.submit(render, name))  # expect: PIT306

    def pending(self):
        return sum(1 for future in self._pending if not future.done())

    def background(self):
        executor.submit(careful, "")
        executor.submit(render, "")  # expect: PIT306


def main():
    reports = Reports(["a", "", "c"])
    reports.schedule()
    while reports.pending():
        pass
    reports.background()
    executor.shutdown()


if __name__ == "__main__":
    main()
