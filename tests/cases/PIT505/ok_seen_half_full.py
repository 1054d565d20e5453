# why: a handler, a closure, a generator or the loop's variable afterwards sees what a comprehension would not leave
# options: --select PIT505
import contextlib


def parsed(texts):
    try:
        out = []
        for text in texts:
            out.append(int(text))
    except ValueError:
        return out
    return out


def before_the_bad_one(texts):
    with contextlib.suppress(ValueError):
        out = []
        for text in texts:
            out.append(int(text))
    return out


def watched(items):
    seen = []

    def count(item):
        return len(seen)

    counts = []
    for item in items:
        seen.append(item)
        counts.append(count(item))
    return counts


def closed_over(items):
    out = []
    for item in items:
        out.append(lambda: item)
    for item in "z":
        pass
    return [f() for f in out]


def lazy(items):
    out = []
    for n in items:
        out.append(m for m in range(3) if m < n)
    n = 0
    return [list(g) for g in out]


def last(items):
    found = {}
    for key in items:
        found[key] = 1
    return found, key


def ordered(items):
    log = []

    def note(x):
        log.append(x)
        return x

    found = {}
    for item in items:
        found[note(f"key {item}")] = note(f"value {item}")
    return log


def shared(items):
    global collected
    collected = []
    for item in items:
        collected.append(see())


def see():
    return len(collected)


def searched(items):
    out = []
    for item in items:
        out.append(item)
    else:
        out.append("end")
    return out


shared("ab")
print(parsed(["1", "x"]), before_the_bad_one(["1", "x"]), watched("ab"), closed_over("ab"), lazy([1, 2]), last("ab"), ordered("a"), collected, searched("a"))
