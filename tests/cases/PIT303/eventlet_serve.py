# why: the handler stops the hub
import time

import eventlet
from eventlet.green import socket


def handle(client, address):
    time.sleep(0.15)
    client.close()


listener = eventlet.listen(("127.0.0.1", 0))
eventlet.spawn(eventlet.serve, listener, handle)  # expect: PIT303
client = eventlet.connect(listener.getsockname())
client.recv(1)
