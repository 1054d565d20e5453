# why: the decorator keeps the function in a table and gives it back
import asyncio
import time

routes = {}


def route(path):
    def decorate(function):
        routes[path] = function
        return function

    return decorate


@route("/")
def index():
    time.sleep(0.15)


async def work():
    index()  # expect: PIT302
    await asyncio.to_thread(index)


asyncio.run(work())
