# why: a `data:` URL holds its data: no server is asked
import asyncio
import urllib.request
from urllib.request import urlopen


async def parse_data_url(url: str) -> bytes:
    with urlopen(url) as found:
        return found.read()


async def read(data_uri: str) -> bytes:
    return urllib.request.urlopen(data_uri).read()


async def read_tested(address: str) -> bytes:
    if not address.startswith("data:"):
        raise ValueError(address)
    return urlopen(address).read()


async def read_constant() -> bytes:
    return urlopen("data:,hello").read()


async def main() -> None:
    for read_one in (parse_data_url, read, read_tested):
        print(await read_one("data:,hello"))
    print(await read_constant())


asyncio.run(main())
