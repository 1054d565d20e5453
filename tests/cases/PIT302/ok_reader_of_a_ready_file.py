# why: the loop calls it when a line is there, so reading that line does not wait
import asyncio
import sys


async def ask(prompt: str) -> str:
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def on_input() -> None:
        line = sys.stdin.readline()
        loop.remove_reader(sys.stdin)
        future.set_result(line)

    print(prompt, end=" ", flush=True)
    loop.add_reader(sys.stdin, on_input)
    return await future
