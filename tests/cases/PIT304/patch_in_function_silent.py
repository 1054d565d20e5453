# why: main patches before it spawns
import time

import gevent
from gevent import monkey


def work():
    time.sleep(0.15)


def setup():
    monkey.patch_all()


def main():
    setup()
    gevent.joinall([gevent.spawn(work), gevent.spawn(work)])


main()
