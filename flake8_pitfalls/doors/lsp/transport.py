"""Bytes in, bytes out: standard input and output, or one TCP connection."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import sys
import threading
from typing import BinaryIO

from pygls.io_ import StdoutWriter, run_async

from flake8_pitfalls.doors.lsp.features import serve
from flake8_pitfalls.doors.lsp.server import Server

CHUNK = 65536  # bytes
YOUNG = 200_000  # objects made until Python looks for garbage by itself; the worker does it when nobody types


def stdio() -> int:
    """Serves the process that started us, until it ends us or goes away."""
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a stray print must not be taken for a message
    server = prepared()
    return asyncio.run(talk(server, incoming, outgoing))


async def talk(server: Server, incoming: BinaryIO, outgoing: BinaryIO) -> int:
    """Reads messages until the end. All that has come is read before anything is judged, so that a burst costs one judgement."""
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=2**30)

    def feed() -> None:
        with contextlib.suppress(RuntimeError, OSError, ValueError):  # the loop, or the input, is closed
            while data := os.read(incoming.fileno(), CHUNK):
                loop.call_soon_threadsafe(reader.feed_data, data)
            loop.call_soon_threadsafe(reader.feed_eof)

    threading.Thread(target=feed, name="reader", daemon=True).start()
    return await converse(server, reader, StdoutWriter(outgoing))


async def converse(server: Server, reader: asyncio.StreamReader, writer: StdoutWriter | asyncio.StreamWriter) -> int:
    """The messages of one client; returns the exit status that the protocol asks for."""
    server.protocol.set_writer(writer)
    stop = threading.Event()
    try:
        await run_async(stop, reader, server.protocol, error_handler=server.report_server_error)
    except (SystemExit, asyncio.CancelledError) as end:  # pygls ends the process on `exit`
        return int(getattr(end, "code", 0) or 0)
    except (BrokenPipeError, ConnectionError, asyncio.IncompleteReadError):
        return 1
    finally:
        server.shutdown()
    return 1  # the client went away without a word


def tcp(host: str, port: int) -> int:
    """Waits for one client, serves it, and ends."""
    return asyncio.run(one_connection(prepared(), host, port))


def end(status: int) -> None:
    """Ends the process now: a judgement that is still running, which nobody wants any more, would keep it alive."""
    logging.shutdown()
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(status)


async def one_connection(server: Server, host: str, port: int) -> int:
    over: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        listening.close()
        status = await converse(server, reader, writer)
        if not over.done():
            over.set_result(status)

    listening = await asyncio.start_server(connected, host, port, limit=2**30)
    where = listening.sockets[0].getsockname()
    print(f"pitfalls-lsp: listening on {where[0]}:{where[1]}", file=sys.stderr, flush=True)
    return await over


def prepared() -> Server:
    """A server with all rules loaded, which no collection of garbage looks at again."""
    server = serve()
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 50, 1000)
    return server
