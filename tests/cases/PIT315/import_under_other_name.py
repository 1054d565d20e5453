# why: the package under another name, used inside a function
import importlib as il


def load(name):
    return il.metadata.version(name)  # expect: PIT315


print(load("pip"))
