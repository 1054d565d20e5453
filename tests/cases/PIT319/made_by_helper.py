# why: the helper makes a new lock each time
import threading


def lock():
    return threading.Lock()


def add(values, value):
    with lock():  # expect: PIT319
        values.append(value)


values = []
add(values, 1)
print(values)
