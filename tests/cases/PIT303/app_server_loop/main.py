# why: each client's greenlet waits in subprocess
import gevent
from server import Server
from gevent import socket


def client(port):
    connection = socket.create_connection(("127.0.0.1", port))
    connection.recv(10)


if __name__ == "__main__":
    server = Server()
    server.start()
    gevent.spawn(client, server.port).join()
    server.stop()
