# why: a dataclass holds a client; its method blocks
import asyncio
import time
from dataclasses import dataclass, field


class Client:
    def fetch(self):
        time.sleep(0.15)


@dataclass
class Service:
    client: Client = field(default_factory=Client)

    async def run(self):
        self.client.fetch()  # expect: PIT302


asyncio.run(Service().run())
