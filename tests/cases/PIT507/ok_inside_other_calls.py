# why: floats, constants and counts under the root, in the same places; a root that is rounded, not cut
import math


def show(area: float, items: list[int]) -> list[str]:
    for i in range(int(math.sqrt(area))):
        print(i)
    high = max(int(area ** 0.5), int(math.sqrt(16)))
    return [str(int(math.sqrt(x / 2))) for x in items] + [str(int(math.sqrt(len(items)))), str(high), str(int(round(math.sqrt(high))))]


print(show(10.5, [1, 2]))
