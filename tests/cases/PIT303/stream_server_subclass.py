# why: handle of a server's subclass runs in a greenlet for each client
import time

import gevent
from gevent import socket
from gevent.server import StreamServer


class Slow(StreamServer):
    def handle(self, client, address):
        time.sleep(0.15)  # expect: PIT303
        client.close()


server = Slow(("127.0.0.1", 0))
server.start()


def call():
    socket.create_connection(("127.0.0.1", server.server_port)).recv(1)


gevent.spawn(call).join()
server.stop()
