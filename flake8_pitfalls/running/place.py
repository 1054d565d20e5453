"""Where what is kept for the next run stands, and what tells one state of this program from another. Loads nothing but `os` and `sys`."""

from __future__ import annotations

import os
import sys


def user_folder() -> str:
    """Where this user's cache stands: `PITFALLS_CACHE_DIR`, else the platform's folder for caches; "" where there is none."""
    if "PITFALLS_CACHE_DIR" in os.environ:
        return os.environ["PITFALLS_CACHE_DIR"]
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "flake8-pitfalls") if os.path.isabs(base) else ""


def fingerprint() -> str:
    """What changes when this program does: the names, times and sizes of its own files."""
    folders = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
    found = []
    for folder in folders:  # it grows meanwhile
        for item in os.scandir(folder):
            if item.name.endswith(".py"):
                stat = item.stat()
                found.append(f"{item.path} {stat.st_mtime_ns} {stat.st_size}")
            elif not item.name.startswith("__") and item.is_dir():
                folders.append(item.path)
    return "\n".join(sorted(found))


def put(place: str, data: bytes, most: int) -> None:
    """Keeps a file whole or not at all, where there are at most so many in its folder. Raises OSError or ValueError."""
    folder = os.path.dirname(place)
    os.makedirs(folder, exist_ok=True)
    make_room(folder, most)
    scratch = f"{place}.{os.getpid()}"
    with open(scratch, "wb") as file:
        file.write(data)
    os.replace(scratch, place)


def make_room(folder: str, most: int) -> None:
    """Drops the older half of a folder that has too many files."""
    names = os.listdir(folder)
    if len(names) >= most:
        for name in sorted(names, key=lambda one: os.stat(os.path.join(folder, one)).st_mtime_ns)[: len(names) // 2]:
            os.unlink(os.path.join(folder, name))
