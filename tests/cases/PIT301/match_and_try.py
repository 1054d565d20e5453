# why: the calls stand in a match, an except and a finally
import asyncio
import time


async def work(kind="a"):
    match kind:
        case "a":
            time.sleep(0.1)  # expect: PIT301
    try:
        raise ValueError
    except ValueError:
        time.sleep(0.1)  # expect: PIT301
    finally:
        time.sleep(0.1)  # expect: PIT301


asyncio.run(work())
