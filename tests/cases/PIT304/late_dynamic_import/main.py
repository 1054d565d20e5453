# why: the module that patches is imported by its name, after sleep was bound
import importlib
from time import sleep

import gevent

importlib.import_module("patches")  # expect: PIT304


def work():
    sleep(0.15)


gevent.spawn(work).join()
