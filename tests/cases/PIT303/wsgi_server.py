# why: the application of a WSGI server runs in a greenlet for each request
import time

import gevent
from gevent import socket
from gevent.pywsgi import WSGIServer


def application(environ, start_response):
    time.sleep(0.15)
    start_response("200 OK", [])
    return [b"ok"]


server = WSGIServer(("127.0.0.1", 0), application, log=None)  # expect: PIT303
server.start()


def call():
    client = socket.create_connection(("127.0.0.1", server.server_port))
    client.sendall(b"GET / HTTP/1.0\r\n\r\n")
    client.recv(99)


gevent.spawn(call).join()
server.stop()
