# why: the callback of link runs in a greenlet of its own
import time

import gevent


def done(greenlet):
    time.sleep(0.15)


greenlet = gevent.spawn(gevent.sleep, 0.01)
greenlet.link(done)  # expect: PIT303
gevent.sleep(0.3)
