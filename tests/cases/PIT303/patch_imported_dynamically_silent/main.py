# why: the module that patches is imported by name at run time
import importlib

importlib.import_module("patches")

import time

import gevent


def work():
    time.sleep(0.15)


gevent.spawn(work).join()
