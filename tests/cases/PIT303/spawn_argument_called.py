# why: the spawned function calls what it is handed
import time

import gevent


def retry(function):
    return function()


def work():
    time.sleep(0.15)


gevent.spawn(retry, work).join()  # expect: PIT303
