# why: returned, yielded, awaited, a property, a lambda's result, a closure's variable, a global of another function
import re

key = "k"


def parts():
    yield f"{key}a{2}"  # expect: PIT101


async def later():
    return f"{key}b{2}"  # expect: PIT101


async def use_later(text):
    return re.match(await later(), text)


class Rule:
    @property
    def rx(self):
        return f"{key}c{2}"  # expect: PIT101

    def hit(self, text):
        return re.match(self.rx, text)


make = lambda name: f"{name}d{2}"  # expect: PIT101


def around():
    rx = f"{key}e{2}"  # expect: PIT101

    def inner(text):
        return re.match(rx, text)

    return inner


shared = None


def fill():
    global shared
    shared = f"{key}f{2}"  # expect: PIT101


def hit(text):
    return re.match(shared, text) or re.match(make("a"), text) or [re.match(rx, text) for rx in parts()]
