# why: the helper gives the same lock each time
import functools
import threading

_locks = {}


def lock_for(name):
    return _locks.setdefault(name, threading.Lock())


@functools.lru_cache
def one_lock():
    return threading.Lock()


def kept(cache={}):
    if "lock" not in cache:
        cache["lock"] = threading.Lock()
    return cache["lock"]


with lock_for("a"), one_lock(), kept():
    print(one_lock() is one_lock())
