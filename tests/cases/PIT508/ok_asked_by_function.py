# why: a function of this module asks for the platform, a flag is put together of two questions, a table is asked
# options: --select PIT508
import os
import sys


def on_posix():
    """Whether this is one."""
    return sys.platform != "win32"


def has_users():
    for name in ("getuid", "getgid"):
        if not hasattr(os, name):
            return False
    return True


BOTH = os.name == "posix" and sys.version_info > (3,)
EITHER = os.name == "nt" or sys.platform == "win32"
if on_posix():
    print(os.getuid())
if has_users():
    print(os.getgid())
if BOTH:
    print(os.getuid())
if not EITHER:
    print(os.getuid())
if {"posix": True}.get(os.name):
    print(os.getuid())
