# why: the fraction of a second of one reading, as log records keep it; no time passes between the operands
import time


class Record:
    def __init__(self):
        ct = time.time()
        self.created = ct
        self.msecs = int((ct - int(ct)) * 1000)

    def stamp(self, seconds):
        return seconds, round((self.created - int(self.created)) * 1e9)


now = time.time()
record = Record()
print((now - int(now)) * 1e9 >= 0, record.msecs >= 0, len(record.stamp(1)))
