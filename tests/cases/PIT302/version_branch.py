# why: the branch that every Python of today takes blocks; the one for type checkers and for old ones does not count
import asyncio
import sys
from typing import TYPE_CHECKING

if sys.version_info >= (3, 8):
    from time import sleep
else:
    from asyncio import sleep

if TYPE_CHECKING:

    def pause() -> None: ...

else:

    def pause():
        sleep(0.1)


async def work():
    if sys.version_info[0] == 2:
        sleep(0.1)
    pause()  # expect: PIT302


asyncio.run(work())
