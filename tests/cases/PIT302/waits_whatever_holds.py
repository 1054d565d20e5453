# why: a helper that waits for a notice whatever holds, and one whose loop asks nothing
import asyncio
import threading


class Notices:
    def __init__(self) -> None:
        self.changed = threading.Condition()

    def next(self) -> None:
        with self.changed:
            self.changed.wait()

    def all(self) -> None:
        with self.changed:
            while True:
                self.changed.wait()
                print("changed")


NOTICES = Notices()


async def main() -> None:
    NOTICES.next()  # expect: PIT302
    NOTICES.all()  # expect: PIT302


def notify() -> None:
    with NOTICES.changed:
        NOTICES.changed.notify_all()


threading.Timer(0.1, notify).start()
asyncio.run(main())
