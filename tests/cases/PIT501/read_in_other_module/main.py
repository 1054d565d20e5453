# why: the first reading is taken by a function of another module
import time

from clocks import day, now

start = now()
print(time.time() - start)  # expect: PIT501
print(time.time() - day())
