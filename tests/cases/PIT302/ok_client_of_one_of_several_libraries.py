# why: which library the client is of was chosen elsewhere; only one of them waits, and its client never comes here
import asyncio

import boto3
import openai


def client_of(name: str):
    if name == "bedrock":
        return boto3.client("bedrock-runtime")
    return openai.AsyncOpenAI()


def with_retries(client, count: int):
    return client.with_options(max_retries=count)


class Model:
    def __init__(self, name: str) -> None:
        self.client = client_of(name)

    async def ask(self) -> None:
        await with_retries(self.client, 3).responses.create(input="?")


asyncio.run(Model("openai").ask())
