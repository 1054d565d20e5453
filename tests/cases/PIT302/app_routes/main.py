# why: a small web service: repositories, a cache with locks, handlers; two places block
from __future__ import annotations

import asyncio
import logging
import signal
import sys

from service.app import Application
from service.config import load_settings
from service.handlers import register

log = logging.getLogger("service")


async def serve(app: Application) -> int:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM"):
        loop.add_signal_handler(getattr(signal, name), stop.set)
    async with app.lifespan():
        requests = [("GET", "/users/1"), ("GET", "/report"), ("POST", "/users"), ("GET", "/health"), ("GET", "/nothing")]
        for method, path in requests:
            response = await app.handle(method, path, {"name": "kim"})
            log.info("%s %s -> %s", method, path, response.status)
        stop.set()
        await stop.wait()
    return 0


def main(argv: list[str] | None = None) -> int:
    settings = load_settings(argv or [])
    app = Application(settings)
    register(app)
    return asyncio.run(serve(app))


if __name__ == "__main__":
    sys.exit(main())
