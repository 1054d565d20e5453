# why: what is tested for is a server
import asyncio
from urllib.request import urlopen


async def read(address: str) -> bytes:
    if not address.startswith("https:"):
        raise ValueError(address)
    return urlopen(address).read()  # expect: PIT301


if __name__ == "__main__":
    asyncio.run(read("https://localhost:1/"))
