import gevent

from .pause import nap


def job():
    nap()


def run():
    gevent.joinall([gevent.spawn(job) for _ in range(2)])  # expect: PIT303
