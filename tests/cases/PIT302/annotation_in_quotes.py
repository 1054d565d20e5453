# why: annotations in quotes promise as much as bare ones, with None or in a list
from __future__ import annotations

import asyncio
import time
from typing import Optional


async def first(client: "Client"):
    client.load()  # expect: PIT302


async def second(client: "Optional[Client]" = None):
    if client is not None:
        client.load()  # expect: PIT302


async def third(clients: "list[Client]", spare: "Client | None"):
    for client in clients:
        client.load()  # expect: PIT302
    if spare:
        spare.load()  # expect: PIT302


class Client:
    def load(self):
        time.sleep(0.15)


async def main():
    await first(Client())
    await second(Client())
    await third([Client()], Client())


asyncio.run(main())
