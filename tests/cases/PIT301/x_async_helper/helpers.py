import time


async def fetch():
    time.sleep(0.15)  # expect: PIT301
