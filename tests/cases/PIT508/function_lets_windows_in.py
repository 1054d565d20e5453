# why: the function that is asked says yes on Windows
# options: --select PIT508
import os


def on_windows():
    return os.name == "nt"


if on_windows():
    print(os.getuid())  # expect: PIT508
