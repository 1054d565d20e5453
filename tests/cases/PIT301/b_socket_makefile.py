# why: sockets and selectors that wait
import asyncio
import select
import selectors
import socket
import threading

left, right = socket.socketpair()


async def main():
    selector = selectors.DefaultSelector()
    selector.register(left, selectors.EVENT_READ)
    selector.select(timeout=0.12)  # expect: PIT301
    selector.select(timeout=0)
    poller = select.poll()
    poller.register(left, select.POLLIN)
    poller.poll(120)  # expect: PIT301
    threading.Timer(0.12, right.sendall, (b"line\n",)).start()
    left.makefile().readline()  # expect: PIT301
    select.select([left], [], [], 0)


asyncio.run(main())
