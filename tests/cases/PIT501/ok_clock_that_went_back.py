# why: the readings are compared first, so a clock that was set back is met; said of them, the finding would tell what is known
import time


class Throttle:
    def __init__(self) -> None:
        self.last = time.time()

    def may_go(self) -> bool:
        now = time.time()
        if now < self.last:
            self.last = now  # the clock was set back
        return now - self.last > 1


def lasted(work) -> float:
    start = time.time()
    work()
    end = time.time()
    return end - start if end >= start else 0.0


Throttle().may_go()
lasted(list)
