# why: the server's handler stops the hub for every client
import socket
import time

import gevent
from gevent import socket as green
from gevent.server import StreamServer


def handle(client, address):
    time.sleep(0.15)
    client.close()


server = StreamServer(("127.0.0.1", 0), handle)  # expect: PIT303
server.start()


def call():
    client = green.create_connection(("127.0.0.1", server.server_port))
    client.recv(1)


gevent.spawn(call).join()
server.stop()
