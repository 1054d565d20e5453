# why: frames by await and asyncio.gather.
import asyncio

import pandas as pd


async def fetch(name):
    await asyncio.sleep(0)
    return pd.DataFrame([{"name": name, "v": 0.5}])


async def main():
    df = pd.DataFrame(columns=["name", "v"])
    for name in ("a", "b"):
        df = pd.concat([df, await fetch(name)])  # expect: PIT401
    parts = await asyncio.gather(fetch("a"), fetch("b"))
    return pd.concat([pd.DataFrame(columns=["name", "v"]), *parts])  # expect: PIT401


asyncio.run(main())
