# why: caches, singletons and lazy settings over modules; a cached loader blocks at its first call in the loop
import asyncio

from store import CONFIG, Cache, get_config, load_rates
from tasks import refresh, warm


async def convert(amount, cache):
    rates = cache.get("rates") or load_rates()  # expect: PIT302
    cache.set("rates", rates)
    return amount * rates["eur"]


async def main():
    cache = Cache(ttl=10)
    await warm()
    print(get_config()["a"], CONFIG["b"])
    print(await convert(3, cache))
    await refresh(cache)


if __name__ == "__main__":
    get_config()
    asyncio.run(main())
