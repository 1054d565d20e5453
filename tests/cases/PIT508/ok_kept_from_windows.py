# why: a way out, a handler, a flag, a test of the name, a match, an assertion: Windows never gets to the call
# options: --select PIT508
import contextlib
import os
import platform
import sys

try:
    import pwd
except ImportError:
    pwd = None

IS_WINDOWS = sys.platform.startswith("win")


def name():
    if pwd is None:
        return "?"
    return pwd.getpwuid(os.getuid()).pw_name


def by_name():
    return os.getuid() if hasattr(os, "getuid") else -1


def caught():
    with contextlib.suppress(AttributeError):
        return os.getgid()
    try:
        return os.getgid()
    except AttributeError:
        return -1


def flagged():
    if IS_WINDOWS:
        raise SystemExit("not here")
    return os.getuid()


def matched():
    match platform.system():
        case "Linux" | "Darwin":
            return os.getuid()
    return -1


def asserted():
    assert os.name == "posix"
    return os.getuid()


def _drop():
    os.setgid(os.getgid())


def short():
    return os.name != "nt" and os.getuid() == 0, getattr(os, "getgid", lambda: -1)(), [os.getuid() for _ in "ab" if sys.platform == "linux"]


if getattr(os, "setgid", None) is not None:
    _drop()
if platform.system().lower() != "windows":
    print(name(), by_name(), caught(), flagged(), matched(), short())
if os.name == "posix":
    print(asserted())
