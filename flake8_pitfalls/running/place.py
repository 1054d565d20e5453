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
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    found = []
    for folder in (root, *(item.path for item in os.scandir(root) if item.is_dir() and not item.name.startswith("__"))):
        for item in os.scandir(folder):
            if item.name.endswith(".py"):
                stat = item.stat()
                found.append(f"{item.path} {stat.st_mtime_ns} {stat.st_size}")
    return "\n".join(sorted(found))
