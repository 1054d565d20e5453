# why: an uploader with progress callbacks, chunk generators and a throttle
import asyncio
import hashlib
import itertools
import time
from contextlib import asynccontextmanager, contextmanager


@contextmanager
def timer(name):
    start = time.perf_counter()
    try:
        yield
    finally:
        print(name, time.perf_counter() - start)


@contextmanager
def throttled(seconds):
    yield
    time.sleep(seconds)


def chunks(data, size):
    it = iter(data)
    while chunk := bytes(itertools.islice(it, size)):
        yield chunk


def slow_chunks(data, size):
    for chunk in chunks(data, size):
        time.sleep(0.1)
        yield chunk


class Upload:
    def __init__(self, data, progress=None):
        self.data = data
        self.progress = progress or (lambda done: None)
        self.digest = hashlib.sha256()

    async def send(self, chunk):
        self.digest.update(chunk)
        await asyncio.sleep(0)

    async def run(self):
        with timer("run"):
            for n, chunk in enumerate(chunks(self.data, 4)):
                await self.send(chunk)
                self.progress(n)

    async def run_slowly(self):
        for chunk in slow_chunks(self.data, 8):  # expect: PIT302
            await self.send(chunk)

    async def run_throttled(self):
        with throttled(0.1):  # expect: PIT302
            await self.send(self.data)

    @asynccontextmanager
    async def session(self):
        await asyncio.sleep(0)
        try:
            yield self
        finally:
            await asyncio.sleep(0)


async def main():
    upload = Upload(b"0123456789", progress=print)
    async with upload.session():
        await upload.run()
    await Upload(b"01234567").run_slowly()
    await upload.run_throttled()


asyncio.run(main())
