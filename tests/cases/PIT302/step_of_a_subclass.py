# why: the coroutine of the abstract class calls the step that a subclass fills in, at once and through a helper
import abc
import asyncio
import subprocess
import sys
import time


class Job(abc.ABC):
    async def execute(self):
        await asyncio.sleep(0)
        self.step()  # expect: PIT302

    @abc.abstractmethod
    def step(self): ...


class QuickJob(Job):
    def step(self):
        return 1


class SlowJob(Job):
    def step(self):
        time.sleep(0.15)


class Exporter:
    def write(self, text):
        """Writes it somewhere."""
        raise NotImplementedError

    def write_all(self, texts):
        for text in texts:
            self.write(text)

    async def export(self, texts):
        self.write_all(texts)  # expect: PIT302


class ProgramExporter(Exporter):
    def write(self, text):
        subprocess.run([sys.executable, "-c", "import time; time.sleep(0.15)"])


async def main():
    for job in (QuickJob(), SlowJob()):
        await job.execute()
    await ProgramExporter().export(["a"])


asyncio.run(main())
