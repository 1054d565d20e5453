# why: the mock replaces the sleep that nap looks up, not the one of pause
import asyncio
from unittest.mock import patch

import helpers


async def work():
    helpers.nap()
    helpers.pause()  # expect: PIT302


with patch("helpers.sleep"):
    asyncio.run(work())
