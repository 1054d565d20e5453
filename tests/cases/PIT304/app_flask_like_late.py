# why: the handlers use the sleep that was bound before the patch
from time import sleep

from gevent import monkey

monkey.patch_all()  # expect: PIT304

import gevent
from gevent import socket
from gevent.pywsgi import WSGIServer

ROUTES = {}


def route(path):
    def register(function):
        ROUTES[path] = function
        return function

    return register


@route("/")
def index():
    sleep(0.15)
    return b"index"


def application(environ, start_response):
    start_response("200 OK", [])
    return [ROUTES[environ["PATH_INFO"]]()]


def get(port):
    client = socket.create_connection(("127.0.0.1", port))
    client.sendall(b"GET / HTTP/1.0\r\n\r\n")
    return client.recv(99)


if __name__ == "__main__":
    server = WSGIServer(("127.0.0.1", 0), application, log=None)
    server.start()
    gevent.spawn(get, server.server_port).join()
    server.stop()
