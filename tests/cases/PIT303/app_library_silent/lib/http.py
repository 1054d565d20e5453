from time import sleep

from gevent.pool import Pool


def fetch(delay):
    sleep(delay + 0.1)


def fetch_all(delays):
    return Pool(4).map(fetch, delays)
