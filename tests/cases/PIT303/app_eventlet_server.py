# why: the pool's handlers wait in a queue of the standard library
import queue

import eventlet
from eventlet.green import socket

inbox = queue.Queue()


def reader(connection):
    data = connection.recv(10)
    try:
        inbox.get(timeout=0.15)
    except queue.Empty:
        pass
    connection.sendall(data)
    connection.close()


def serve(listener, count):
    pool = eventlet.GreenPool(10)
    for _ in range(count):
        connection, address = listener.accept()
        pool.spawn_n(reader, connection)  # expect: PIT303
    pool.waitall()


def client(port):
    connection = socket.create_connection(("127.0.0.1", port))
    connection.sendall(b"x")
    connection.recv(10)


def main():
    listener = eventlet.listen(("127.0.0.1", 0))
    server = eventlet.spawn(serve, listener, 1)
    client(listener.getsockname()[1])
    server.wait()


if __name__ == "__main__":
    main()
