# why: a partial and a builtin by place
import functools
import threading

jobs = functools.partial(print, "job")
try:
    t = threading.Thread(jobs)  # expect: PIT317
    t.start()
except AssertionError as e:
    print(e)
try:
    t = threading.Thread(print)  # expect: PIT317
    t.start()
except AssertionError as e:
    print(e)
