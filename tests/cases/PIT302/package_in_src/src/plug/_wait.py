import asyncio
from time import sleep as nap

sleep = asyncio.sleep
