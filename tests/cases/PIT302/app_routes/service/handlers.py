from __future__ import annotations

import asyncio
import time
from typing import Any

from service.app import Application, Response


def audit(method: str, path: str) -> None:
    print("audit", method, path)


def register(app: Application) -> None:
    app.middleware.append(audit)

    @app.route("GET", r"/users/(?P<key>\d+)")
    async def user(app: Application, body: dict[str, Any], key: str) -> Response:
        row = app.store.get(int(key))
        return Response(200, row) if row else Response(404)

    @app.route("POST", "/users")
    async def create(app: Application, body: dict[str, Any]) -> Response:
        key = app.store.put(body)  # expect: PIT302
        return Response(201, key)

    @app.route("GET", "/report")
    async def report(app: Application, body: dict[str, Any]) -> Response:
        text = await asyncio.to_thread(app.store.summary)
        return Response(200, text)

    @app.route("GET", "/health")
    async def health(app: Application, body: dict[str, Any]) -> Response:
        for attempt in range(app.settings.retries):
            if app.store.connected:
                break
            await asyncio.sleep(0.01 * attempt)
        time.sleep(0.1)  # expect: PIT301
        return Response(200, "ok")

    @app.route("GET", "/slow")
    def slow(app: Application, body: dict[str, Any]) -> Response:
        time.sleep(0.1)
        return Response(200, "slow")
