# why: partialmethod, class decorators, context variables, a callable object given to a scheduler
import asyncio
import contextvars
import functools
import time

user = contextvars.ContextVar("user", default="kim")


def register(cls):
    cls.registered = True
    return cls


@register
class Robot:
    def move(self, steps, pause):
        for _ in range(steps):
            time.sleep(pause)

    crawl = functools.partialmethod(move, 1, 0.1)

    def __call__(self):
        return self.move(1, 0.1)

    @staticmethod
    def beep():
        return user.get()


class Ticker:
    def __init__(self, action):
        self.action = action

    def fire(self):
        return self.action()


async def main():
    robot = Robot()
    robot.beep()
    robot()  # expect: PIT302
    robot.crawl()  # expect: PIT302
    Ticker(robot.beep).fire()
    Ticker(robot).fire()  # expect: PIT302
    await asyncio.to_thread(Ticker(robot).fire)
    context = contextvars.copy_context()
    context.run(robot.beep)
    context.run(robot)  # expect: PIT302


asyncio.run(main())
