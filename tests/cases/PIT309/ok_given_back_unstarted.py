# why: on one way the helper gives back a thread that is not started; a generator hands it out first
import threading


def early(fn, wait=False):
    t = threading.Thread(target=fn)
    if wait:
        return t
    t.start()
    return t


def main():
    w = early(print)
    w.start()


def spawn(fn):
    t = threading.Thread(target=fn)
    yield t
    t.start()
    return t


def other():
    for t in spawn(print):
        t.start()
