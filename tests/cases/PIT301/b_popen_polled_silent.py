# why: the child has ended before it is waited for
import asyncio
import os
import subprocess


async def work():
    child = subprocess.Popen(["sleep", "0.15"])
    while child.poll() is None:
        await asyncio.sleep(0.01)
    child.wait()
    other = subprocess.Popen(["sleep", "0.15"])
    await asyncio.to_thread(other.wait)
    other.wait()
    third = subprocess.Popen(["sleep", "0.15"])
    os.waitpid(third.pid, os.WNOHANG)
    try:
        third.wait(timeout=0)
    except subprocess.TimeoutExpired:
        pass
    third.kill()
    third.wait()


asyncio.run(work())
