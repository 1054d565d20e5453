# why: `cls` is handed over by no call; what it makes waits for nothing
import asyncio


class Session:
    def __init__(self, name: str) -> None:
        self.name = name

    @classmethod
    async def create(cls, *, name: str) -> "Session":
        await asyncio.sleep(0)
        return cls(name=name)


async def main() -> None:
    print(await Session.create(name="a"))


asyncio.run(main())
