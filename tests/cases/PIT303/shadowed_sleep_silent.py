# why: this sleep is gevent's
from time import sleep

from gevent import sleep, spawn


def work():
    sleep(0.15)


spawn(work).join()
