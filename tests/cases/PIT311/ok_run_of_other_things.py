# why: run() of subprocess, asyncio, a class of this program, a profile, a Thread's own start that runs in place
import asyncio
import subprocess
import sys
import threading


class Job:
    def run(self):
        print("job")


class InPlace(threading.Thread):
    def start(self):
        self.run()

    def run(self):
        print("in place")


async def main():
    await asyncio.sleep(0)


Job().run()
InPlace().start()
asyncio.run(main())
subprocess.run([sys.executable, "-c", "pass"], check=True)


def launch(thread, parallel):
    if parallel:
        thread.start()
    else:
        thread.run()


launch(threading.Thread(target=print), True)
