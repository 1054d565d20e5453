# why: the pattern is an argument of a decorator, whose inner function matches with it
import functools
import re

key = "k"


def only(pattern):
    def around(function):
        @functools.wraps(function)
        def inner(text):
            return function(text) if re.match(pattern, text) else None

        return inner

    return around


@only(f"^{key}z{4}$")  # expect: PIT101
def handle(text):
    return text
