# why: the Condition takes the lock that it is given
import threading

lock = threading.Lock()
with threading.Condition(lock) as held:
    print(held, lock.locked())
