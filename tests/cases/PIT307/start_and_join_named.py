# why: neither start nor join is called; the thread never runs
import threading


def work():
    print("work")


t = threading.Thread(target=work)  # expect: PIT308
t.start  # expect: PIT307
t.join  # expect: PIT307
