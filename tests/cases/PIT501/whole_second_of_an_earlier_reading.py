# why: the name is read again in between: this is a duration
import time

now = time.time()
start = int(now)
print(sum(range(1000)))
now = time.time()
print(now - start)  # expect: PIT501
