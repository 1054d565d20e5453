# why: the cut root is handed on to range, print, max, str or a comprehension, or is cut once more
import math
import os

n = int(os.environ.get("N", "99"))
print(int(math.sqrt(n)))  # expect: PIT507


def show(n: int) -> list[str]:
    for i in range(int(math.sqrt(n))):  # expect: PIT507
        print(i)
    high = max(int(n ** 0.5), 3)  # expect: PIT507
    text = str(int(math.floor(math.sqrt(n))))  # expect: PIT507
    return [str(int(math.sqrt(k))) for k in range(n)] + [text, str(high)]  # expect: PIT507


print(show(10))
