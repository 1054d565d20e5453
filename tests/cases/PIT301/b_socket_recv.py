# why: the blocking sockets wait for data
import asyncio
import socket
import threading


async def work():
    left, right = socket.socketpair()
    threading.Timer(0.15, right.send, (b"x",)).start()
    left.recv(1)  # expect: PIT301
    threading.Timer(0.15, right.send, (b"x",)).start()
    left.recv_into(bytearray(1))  # expect: PIT301
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
        datagrams.bind(("127.0.0.1", 0))
        threading.Timer(0.15, datagrams.sendto, (b"x", datagrams.getsockname())).start()
        datagrams.recvfrom(1)  # expect: PIT301


asyncio.run(work())
