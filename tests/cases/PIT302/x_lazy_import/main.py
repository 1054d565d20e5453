# why: the helper imports the blocking module when it is called
import asyncio


def load():
    from slow import pause

    pause()


async def work():
    load()  # expect: PIT302


asyncio.run(work())
