# why: made a list in the function or outside of it, lazy on one way only, or known to another class of that name
def lengths(names):
    return list(map(len, names))


def either(names):
    if not names:
        return "nothing"
    return map(len, names)


def lazy(names):
    return map(len, names)


print(f"{lengths(['a'])} {either([])} {list(lazy(['a']))} {sum(lazy(['a']))}")
print("count: " + str(len(list(lazy(["a"])))))
total = lazy(["a"])
total = sum(total)
print(f"total: {total}")
