# why: imap spawns a greenlet an item
import time

from gevent.pool import Group


def work(n):
    time.sleep(0.15)
    return n


group = Group()
for result in group.imap(work, [1, 2]):  # expect: PIT303
    print(result)
for result in group.imap_unordered(work, [1, 2]):  # expect: PIT303
    print(result)
