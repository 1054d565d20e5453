from __future__ import annotations

import asyncio
import contextlib
import inspect
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

from service.config import Settings
from service.store import Store


class Response(NamedTuple):
    status: int
    body: Any = None


Handler = Callable[..., Awaitable[Response] | Response]


class Application:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.routes: list[tuple[str, re.Pattern[str], Handler]] = []
        self.store = Store()
        self.pool = ThreadPoolExecutor(settings.workers)
        self.middleware: list[Callable[[str, str], None]] = []

    def route(self, method: str, pattern: str) -> Callable[[Handler], Handler]:
        def decorate(handler: Handler) -> Handler:
            self.routes.append((method, re.compile(f"^{pattern}$"), handler))
            return handler

        return decorate

    @contextlib.asynccontextmanager
    async def lifespan(self) -> AsyncIterator[None]:
        await asyncio.get_running_loop().run_in_executor(self.pool, self.store.connect)
        try:
            yield
        finally:
            self.store.close()
            self.pool.shutdown(wait=False)

    async def handle(self, method: str, path: str, body: dict[str, Any]) -> Response:
        for hook in self.middleware:
            hook(method, path)
        for wanted, pattern, handler in self.routes:
            found = pattern.match(path)
            if wanted == method and found:
                if inspect.iscoroutinefunction(handler):
                    return await handler(self, body, **found.groupdict())
                return await asyncio.get_running_loop().run_in_executor(self.pool, lambda: handler(self, body, **found.groupdict()))
        return Response(404)
