# why: each of these waits for the child
import asyncio
import os
import subprocess
from subprocess import PIPE, Popen


async def work():
    subprocess.call(["sleep", "0.1"])  # expect: PIT301
    subprocess.check_call(["sleep", "0.1"])  # expect: PIT301
    subprocess.check_output(["sleep", "0.1"])  # expect: PIT301
    subprocess.getoutput("sleep 0.1")  # expect: PIT301
    subprocess.getstatusoutput("sleep 0.1")  # expect: PIT301
    os.system("sleep 0.1")  # expect: PIT301
    os.popen("sleep 0.1").read()  # expect: PIT301
    Popen(["sleep", "0.1"]).wait()  # expect: PIT301
    Popen(["sleep", "0.1"], stdout=PIPE).communicate()  # expect: PIT301
    child = Popen(["sleep", "0.1"], stdout=PIPE)
    child.stdout.read()  # expect: PIT301


asyncio.run(work())
