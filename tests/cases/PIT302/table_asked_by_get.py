# why: a table of handlers asked by get; one of them blocks, the default does not
import asyncio
import time


def slow(text):
    time.sleep(0.15)


def echo(text):
    return text


HANDLERS = {"slow": slow, "echo": echo}


async def main(commands):
    for command in commands:
        handler = HANDLERS.get(command, echo)
        handler(command)  # expect: PIT302
    HANDLERS.get("echo")("x")
    HANDLERS.get("none", echo)("x")


asyncio.run(main(["slow", "other"]))
