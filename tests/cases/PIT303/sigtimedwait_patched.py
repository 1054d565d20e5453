# why: signal.sigtimedwait is never patched
from gevent import monkey

monkey.patch_all()

import signal

import gevent


def work():
    signal.sigtimedwait([signal.SIGUSR1], 0.15)


gevent.spawn(work).join()  # expect: PIT303
