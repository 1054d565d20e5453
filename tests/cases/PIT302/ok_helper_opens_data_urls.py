# why: the helper takes nothing but `data:` URLs
import asyncio
import urllib.request


def from_data_uri(address: str) -> bytes:
    if not address.startswith("data:"):
        raise ValueError(address)
    with urllib.request.urlopen(address) as response:
        return response.read()


async def main() -> None:
    print(from_data_uri("data:,hello"))


asyncio.run(main())
