# why: another class of that name in the scope, a type that is not the class itself, a text that is no type
import asyncio
import time
from typing import Callable, Union


class Client:
    def load(self):
        time.sleep(0.15)


class Fast:
    def load(self):
        return 1


def make():
    class Client:
        def load(self):
            return 2

    async def use(client: "Client"):
        client.load()

    return use, Client


async def either(client: "Union[Fast, str]", label: "not a type"):  # noqa: F722
    client.load()


async def called(loader: "Callable[[Client], int]"):
    loader.load()


async def main():
    use, inner = make()
    await use(inner())
    await either(Fast(), "x")
    await called(Fast())


asyncio.run(main())
