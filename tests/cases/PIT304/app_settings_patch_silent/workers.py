from time import sleep

import gevent


def work():
    sleep(0.15)


def run():
    gevent.joinall([gevent.spawn(work), gevent.spawn(work)])
