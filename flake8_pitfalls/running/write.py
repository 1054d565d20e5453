"""A file replaced whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile


class Changed(Exception):
    """Someone else wrote the file between our reading and our writing."""


def read(path: str) -> bytes:
    """The bytes of a regular file."""
    with open(path, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(0, "is no regular file")
        return file.read()


def replace(path: str, old: bytes, new: bytes) -> None:
    """Writes `new` where `old` was read. Raises OSError, or Changed where the file is not `old` any more."""
    target = os.path.realpath(path)
    status = os.stat(target)
    handle, beside = tempfile.mkstemp(prefix=".pitfalls-", suffix=".tmp", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, stat.S_IMODE(status.st_mode))
        if read(target) != old:
            raise Changed("it changed during the run")
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise
