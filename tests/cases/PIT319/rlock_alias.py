# why: RLock under another name, in a method
from threading import RLock as Guard


class Counter:
    def __init__(self):
        self.value = 0

    def add(self):
        with Guard():  # expect: PIT319
            self.value += 1


c = Counter()
c.add()
print(c.value)
