import gevent

from core.io import write


def store(name):
    write(name)


def launch(names):
    greenlets = []
    for name in names:
        greenlets.append(gevent.spawn_later(0.01, store, name))  # expect: PIT303
    gevent.wait(greenlets)
