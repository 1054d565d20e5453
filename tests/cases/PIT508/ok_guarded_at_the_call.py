# why: the function is called only where the name is there
# options: --select PIT508
import os
import sys


def drop(uid):
    os.setuid(uid)


def is_windows():
    return sys.platform == "win32"


def owner():
    return os.getuid()


if hasattr(os, "setuid"):
    drop(os.getuid())
if not is_windows():
    print(owner())
