# why: each test replaces what its helper would wait in
import asyncio
from unittest.mock import patch

import helpers
from helpers import Client


async def work():
    helpers.pause()
    helpers.nap()
    Client().fetch()


with patch("helpers.pause"), patch("helpers.sleep"), patch.object(Client, "fetch"):
    asyncio.run(work())
