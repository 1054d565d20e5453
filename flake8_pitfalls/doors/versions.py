"""The versions that a report should name, found without loading what can name them."""

from __future__ import annotations

import os
import sys

from flake8_pitfalls import __version__

NAMED = ("flake8", "libcst", "pathspec")
IMPLEMENTATIONS = {"cpython": "CPython", "pypy": "PyPy", "graalpy": "GraalVM"}


def versions() -> str:
    """Our version, and those that a report should name."""
    implementation = IMPLEMENTATIONS.get(sys.implementation.name, sys.implementation.name)
    python = f"{implementation} {sys.version.split()[0]} on {system()}"
    known = installed()
    parts = [f"{name} {known[name]}" if name in known else asked(name) for name in NAMED]
    return f"flake8-pitfalls {__version__} ({', '.join([python, *parts])})"


def system() -> str:
    """The name of the operating system, as `platform.system()` gives it."""
    if hasattr(os, "uname"):
        return os.uname().sysname
    import platform

    return platform.system()


def installed() -> dict[str, str]:
    """The versions by name that the folders of metadata on the path tell; the first on the path counts."""
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        for entry in names:
            name, _, version = entry.removesuffix(".dist-info").partition("-")
            if entry.endswith(".dist-info") and version:
                found.setdefault(name.lower(), version)
    return found


def asked(name: str) -> str:
    """The same of one that is installed in another way."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"no {name}"
