# why: a GreenPile's threads stop the hub
import time

from eventlet.greenpool import GreenPile


def work(n):
    time.sleep(0.15)
    return n


pile = GreenPile(2)
for number in range(2):
    pile.spawn(work, number)  # expect: PIT303
print(list(pile))
