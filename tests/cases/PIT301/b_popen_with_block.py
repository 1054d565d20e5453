# why: leaving the with block of a Popen waits for the child
import asyncio
import subprocess


async def work():
    with subprocess.Popen(["sleep", "0.15"]):  # expect: PIT301
        pass
    with subprocess.Popen(["sleep", "0.15"]) as child:
        child.wait()  # expect: PIT301


asyncio.run(work())
