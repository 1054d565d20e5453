# why: a src package with re-exports, __all__, star import, TYPE_CHECKING and conditional imports
import asyncio
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "src"))

from plug import Loader, nap, sleep, spin_up


async def main():
    loader = Loader()
    await loader.load()
    await sleep(0.01)
    nap(0.1)  # expect: PIT301
    spin_up()  # expect: PIT302


asyncio.run(main())
