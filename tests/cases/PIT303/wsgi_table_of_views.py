# why: gevent's WSGI server; the application sleeps by time.sleep in one view; run without patch
import threading
import time

import gevent
from gevent.pywsgi import WSGIServer


def index(environ):
    return "200 OK", b"index"


def slow(environ):
    time.sleep(0.15)
    return "200 OK", b"slow"


ROUTES = {"/": index, "/slow": slow}


def application(environ, start_response):
    view = ROUTES.get(environ["PATH_INFO"], index)
    status, body = view(environ)
    start_response(status, [("Content-Type", "text/plain")])
    return [body]


def call(port, path):
    from gevent import socket

    sock = socket.create_connection(("127.0.0.1", port))
    sock.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
    data = sock.recv(1000)
    sock.close()
    return data


def main():
    server = WSGIServer(("127.0.0.1", 0), application, log=None)  # expect: PIT303
    server.start()
    print(gevent.spawn(call, server.server_port, "/slow").get()[:15])
    server.stop()


main()
