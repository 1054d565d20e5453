# why: a daemon's first steps, a limit by alarm, an attribute that is only handed on: with Windows' os module each fails
# options: --select PIT508
import os
import subprocess


def owner(path):
    return os.getuid() == os.stat(path).st_uid  # expect: PIT508


def spawn(command):
    return subprocess.Popen(command, preexec_fn=os.setsid)  # expect: PIT508


def load():
    try:
        return os.getloadavg()[0]  # expect: PIT508
    except OSError:
        return 0.0


def other(path):
    if os.name == "nt" or os.geteuid() != 0:
        return None
    return os.getuid()


def piped(path):
    if not hasattr(os, "mkfifo"):
        os.mkfifo(path)  # expect: PIT508
    return path


print(owner(__file__), load(), other("x"), piped)
