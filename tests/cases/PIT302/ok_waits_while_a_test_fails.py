# why: a helper that waits only while a test fails; of a lock of readers and writers the test mostly holds at once
import asyncio
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.readers = 0
        self.is_writing = False

    def acquire(self) -> None:
        with self.changed:
            while self.is_writing:
                self.changed.wait()
            self.readers += 1

    def acquire_otherwise(self) -> None:
        with self.changed:
            while True:
                if not self.is_writing:
                    break
                self.changed.wait()
            self.readers += 1

    def acquire_in_one_call(self) -> None:
        with self.changed:
            self.changed.wait_for(lambda: not self.is_writing)
            self.readers += 1

    def release(self) -> None:
        with self.changed:
            self.readers -= 1
            self.changed.notify_all()

    @contextmanager
    def reading(self):
        self.acquire()
        try:
            yield
        finally:
            self.release()


LOCK = ReadWriteLock()


async def main() -> None:
    with LOCK.reading():
        print("read")
    LOCK.acquire_otherwise()
    LOCK.release()
    LOCK.acquire_in_one_call()
    LOCK.release()


asyncio.run(main())
