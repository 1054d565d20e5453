# why: a throttle compares readings; before the first there is 0, which another clock would take for just now, so no fix
import time


class Throttle:
    def __init__(self, seconds):
        self.seconds = seconds
        self._last = 0

    def ready(self):
        now = time.time()
        if now - self._last < self.seconds:  # expect: PIT501
            return False
        self._last = now
        return True


throttle = Throttle(5)
print(throttle.ready(), throttle.ready())
