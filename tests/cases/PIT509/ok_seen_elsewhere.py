# why: a finally, a closure, a handler or the names of the frame see the value too; a type comment annotates it
# options: --select PIT509
def cleaned(path):
    try:
        handle = path.upper()
        return handle
    finally:
        print(handle)


def counted():
    def total():
        return n

    n = 1
    return n, total


def itself():
    again = lambda: again
    return again


def closed(x):
    def later():
        return y

    y = x
    return y if later else None


def typed(x):
    y = [x]  # type: list[int]
    return y


def framed(x):
    y = x
    print(sorted(locals()))
    return y


def swapped(box):
    old = box[0]
    box[0] = 1
    return old


def unpacked(pair):
    (only,) = pair
    return only


def walrus(x):
    if y := x:
        return y
    y = 1
    return y


print(cleaned("a"), counted()[0], itself(), closed(1), typed(1), framed(1), swapped([2]), unpacked([1]), walrus(0))
