# why: a decorator of this module registers the helpers, one of which makes an empty frame.
import pandas as pd

READERS = {}


def reader(name):
    def register(function):
        READERS[name] = function
        return function

    return register


@reader("none")
def read_none():
    return pd.DataFrame(columns=["id", "x"])


@reader("some")
def read_some():
    return pd.DataFrame({"id": ["p"], "x": [0.5]})


print(pd.concat([READERS[name]() for name in ("none", "some")]))  # expect: PIT401
