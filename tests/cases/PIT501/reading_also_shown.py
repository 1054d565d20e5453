# why: the first reading is also the time of day that is printed: both readings stay as they are
import time


def job():
    start = time.time()
    print("started", time.strftime("%H", time.localtime(start)))
    end = time.time()
    print(f"took {end - start:.1f} s")  # expect: PIT501


job()
