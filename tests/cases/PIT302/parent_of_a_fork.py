# why: the parent waits, and its loop with it
import asyncio
import os
import subprocess


def run_both(args: list[str]) -> int:
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    else:
        subprocess.run(args, check=False)
    return pid


async def main() -> None:
    print(run_both(["true"]))  # expect: PIT302


asyncio.run(main())
