# why: the function imports the name when it runs, after the patch
import gevent
from gevent import monkey


def work():
    from time import sleep

    sleep(0.15)


monkey.patch_all()
gevent.spawn(work).join()
