import asyncio


async def every(seconds, job, times=None):
    done = 0
    while times is None or done < times:
        await asyncio.sleep(seconds)
        result = job()
        if asyncio.iscoroutine(result):
            await result
        done += 1
