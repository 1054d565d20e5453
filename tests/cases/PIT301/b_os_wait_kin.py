# why: wait, wait3 and waitid wait for a child, like waitpid
import asyncio
import os
import subprocess


async def work():
    subprocess.Popen(["sleep", "0.15"])
    os.wait()  # expect: PIT301
    subprocess.Popen(["sleep", "0.15"])
    os.wait3(0)  # expect: PIT301
    last = subprocess.Popen(["sleep", "0.15"])
    os.waitid(os.P_PID, last.pid, os.WEXITED)  # expect: PIT301


asyncio.run(work())
