# why: the sockets were made before the patch
import socket

import gevent
from gevent import monkey

here, there = socket.socketpair()
here.settimeout(0.15)
monkey.patch_all()  # expect: PIT304


def work():
    try:
        here.recv(1)
    except OSError:
        pass


gevent.spawn(work).join()
