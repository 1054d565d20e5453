# why: none of these sockets blocks
import asyncio
import socket


class Peer:
    def __init__(self):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.setblocking(False)
        self.other = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.other.settimeout(0)

    async def read(self):
        for one in (self.socket, self.other):
            try:
                one.recv(1)
            except BlockingIOError:
                pass
        try:
            self.socket.recv(1)
        except BlockingIOError:
            pass
        try:
            self.other.recvfrom(1)
        except BlockingIOError:
            pass


def made():
    one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    one.setblocking(0)
    return one


async def work():
    left, right = socket.socketpair()
    left.setblocking(False)
    try:
        left.recv(1)
    except BlockingIOError:
        pass
    left.send(b"x")
    right.recv(1) if False else None
    try:
        made().recv(1)
    except BlockingIOError:
        pass
    probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    probe.connect(("127.0.0.1", 9))
    probe.getsockname()
    typed = socket.socket(socket.AF_INET, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
    try:
        typed.recv(1)
    except BlockingIOError:
        pass
    await Peer().read()


asyncio.run(work())
