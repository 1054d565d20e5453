# why: the name was bound before the patch
from socket import socket

import gevent
from gevent import monkey

monkey.patch_all()  # expect: PIT304


def work():
    with socket() as server:
        server.bind(('127.0.0.1', 0))
        server.listen()
        server.settimeout(0.15)
        try:
            server.accept()
        except OSError:
            pass


gevent.spawn(work).join()
