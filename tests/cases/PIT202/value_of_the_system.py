# why: sizes, numbers of processes and checksums that the standard library gives are ints
import os
import queue
import zlib


def grown(path, size: int) -> bool:
    return os.path.getsize(path) is not size  # expect: PIT202


def same(a: bytes, b: bytes) -> bool:
    return zlib.crc32(a) is zlib.crc32(b)  # expect: PIT202


def full(waiting: queue.Queue, most: int) -> bool:
    return waiting.qsize() is most  # expect: PIT202


def known(waiting, most) -> bool:
    return waiting.qsize() is most


CHECKS = [
    (lambda: grown(__file__, os.path.getsize(__file__)), False),
    (lambda: same(b"a", b"a"), True),
    (lambda: known(queue.Queue(), 0), True),
]
