# why: after a fork the child waits, in a process of its own; the parent's loop goes on
import asyncio
import os
import pty
import subprocess


def run_in_terminal(args: list[str]) -> int:
    child, fd = pty.fork()
    if child == 0:
        subprocess.run(args, check=False)
        os._exit(0)
    return fd


def run_beside(args: list[str]) -> int:
    pid = os.fork()
    if not pid:
        subprocess.run(args, check=False)
        os._exit(0)
    return pid


def run_walrus(args: list[str]) -> None:
    if (pid := os.fork()) != 0:
        print(pid)
    else:
        subprocess.run(args, check=False)
        os._exit(0)


async def main() -> None:
    print(run_in_terminal(["true"]))
    print(run_beside(["true"]))
    run_walrus(["true"])


asyncio.run(main())
