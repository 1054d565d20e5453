# why: results stored under labels; the copied line keeps the first name, and the second result is nowhere
import logging
import timeit

log = logging.getLogger("bench")


def table():
    joined = timeit.timeit("''.join(['a', 'b'])", number=10)
    added = timeit.timeit("'a' + 'b'", number=10)
    rows = {}
    rows["join"] = joined
    rows["add"] = joined  # expect: PIT503
    return rows


def logged():
    t1 = timeit.Timer("sum(range(10))")
    t2 = timeit.Timer("max(range(10))")
    log.info("sum %s", t1.timeit(10))
    log.info("max %s", t1.timeit(10))  # expect: PIT503


print(len(table()))
logged()
