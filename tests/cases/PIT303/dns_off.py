# why: select is left out of what is patched
from gevent import monkey

monkey.patch_all(select=False)

import select

import gevent


def work():
    select.select([], [], [], 0.15)


gevent.spawn(work).join()  # expect: PIT303
