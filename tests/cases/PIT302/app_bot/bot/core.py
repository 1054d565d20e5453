import asyncio


class Bot:
    def __init__(self):
        self.handlers = {}

    def command(self, name):
        def decorate(function):
            self.handlers[name] = function
            return function

        return decorate

    async def run(self):
        for function in self.handlers.values():
            await function(self)
        await asyncio.sleep(0)
