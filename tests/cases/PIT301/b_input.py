# why: input waits for a line
import asyncio
import builtins


async def work():
    input()  # expect: PIT301
    builtins.input("name? ")  # expect: PIT301


asyncio.run(work())
