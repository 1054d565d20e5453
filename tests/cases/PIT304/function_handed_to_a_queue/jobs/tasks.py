from time import sleep

import gevent


def resize(n):
    gevent.sleep(0.01)
    return n * 2


def send_mail(name):
    sleep(0.12)
    return name
