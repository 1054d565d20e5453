"""A file replaced whole or not at all, whenever the process is killed.

The new text goes into a temporary file beside the target, which then takes its place. Where that would break links or lose the owner,
or the folder cannot be written, the target is written in place, with a backup beside it (else in the folder for temporary files) from
which the next run restores it.
"""

from __future__ import annotations

import contextlib
import math
import os
import stat
from _thread import allocate_lock
from collections.abc import Iterator
from functools import cache

from flake8_pitfalls.text.differing import shared

TEMPORARY = ".pitfalls-new"
BACKUP = ".pitfalls-backup"
MAGIC = b"pitfalls-backup 1\n"
# Bytes. The tree of a Python file takes some three hundred times its size in memory; what is larger than this is data.
LARGEST = 8_000_000
LARGEST_NOTEBOOK = 200_000_000  # most of a notebook is what its cells have shown
# Windows opens files as text unless told otherwise, and knows no links to refuse.
BINARY = getattr(os, "O_BINARY", 0)
NOT_A_LINK = getattr(os, "O_NOFOLLOW", 0)
NO_WAIT = getattr(os, "O_NONBLOCK", 0)


# Folders in which names were replaced that a power failure could still take back.
_UNSETTLED: set[str] = set()
# Two names of one file are not written at a time.
_IN_PLACE = allocate_lock()


class Changed(Exception):
    """Someone else wrote the file between our reading and our writing."""


class TooLarge(ValueError):
    """A file is larger than what is judged."""


def read(path: str, largest: float = math.inf) -> bytes:
    """The bytes of a regular file; a pipe or a device is an OSError, and is not waited for. Raises TooLarge beyond so many bytes."""
    handle = os.open(path, os.O_RDONLY | BINARY | NO_WAIT)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "is no regular file")
        if status.st_size > largest:
            size, most = (f"{number / 1_000_000:.0f} MB" for number in (status.st_size, largest))
            raise TooLarge(f"not read: it has {size}, and more than {most} is taken for data; leave it out with `exclude`")
        pieces = []
        while piece := os.read(handle, max(status.st_size + 1, 1 << 16)):
            pieces.append(piece)
        return b"".join(pieces)
    finally:
        os.close(handle)


def fill(handle: int, data: bytes) -> None:
    """Writes all of some bytes, and makes them last."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
    os.fsync(handle)


def replace(path: str, old: bytes, new: bytes) -> None:
    """Writes `new` where `old` was read. Raises OSError, or Changed where the file is not `old` any more; then it is as it was.

    May be called by several threads, each with a path of its own. Who has called it last calls `settle`.
    """
    target = os.path.realpath(path)
    status = os.stat(target)
    if not os.access(target, os.W_OK):
        raise PermissionError(13, "it may not be written")
    if status.st_nlink == 1:
        with contextlib.suppress(NoSwap):
            swap(target, status, old, new)
            return
    with _IN_PLACE:
        write_in_place(target, old, new)


def settle() -> None:
    """Makes all replaced names last through a power failure, where folders can be synced."""
    while _UNSETTLED:
        sync_folder(_UNSETTLED.pop())


class NoSwap(Exception):
    """Another file cannot take the place of this one with all its properties."""


def swap(target: str, status: os.stat_result, old: bytes, new: bytes) -> None:
    """Puts a new file in the target's place. Raises NoSwap where none can be, before anything is changed."""
    beside = f"{hidden(target)}.{os.getpid()}{TEMPORARY}"
    sweep(os.path.dirname(target))
    is_ours = True  # also where an interrupt comes right behind the opening
    try:
        try:
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY | NOT_A_LINK, stat.S_IMODE(status.st_mode) & 0o777)
        except OSError as error:
            is_ours = False
            # What may not be made, is there, is read only, or would have too long a name with ours around it.
            if isinstance(error, (PermissionError, FileExistsError)) or error.errno in (30, 36, 63):
                raise NoSwap from error
            raise
        try:
            keep_properties(target, beside, status, os.fstat(handle))
            fill(handle, new)
        finally:
            os.close(handle)
        if read(target) != old:
            raise Changed("it was changed by someone else meanwhile")
        os.replace(beside, target)
    except BaseException:
        if is_ours:
            with contextlib.suppress(OSError):
                os.unlink(beside)
        raise
    _UNSETTLED.add(os.path.dirname(target))


def keep_properties(target: str, beside: str, status: os.stat_result, made: os.stat_result) -> None:
    """Gives the new file the mode, owner and extended attributes of the old. Raises NoSwap where that is refused."""
    try:
        if hasattr(os, "chown") and (made.st_uid, made.st_gid) != (status.st_uid, status.st_gid):
            os.chown(beside, status.st_uid, status.st_gid)
            os.chmod(beside, stat.S_IMODE(status.st_mode))  # a change of the owner may have cost some of it
        elif stat.S_IMODE(made.st_mode) != stat.S_IMODE(status.st_mode):
            os.chmod(beside, stat.S_IMODE(status.st_mode))
    except PermissionError as error:
        raise NoSwap from error
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                os.setxattr(beside, name, os.getxattr(target, name))


def write_in_place(target: str, old: bytes, new: bytes) -> None:
    """Overwrites the target, with a backup that stays until the new bytes are on the disk."""
    backup = keep(target, old, new)
    try:
        if read(target) != old:
            raise Changed("it was changed by someone else meanwhile")
        try:
            overwrite(target, new)
        except BaseException:
            overwrite(target, old)
            raise
    finally:
        if not torn(read(target), old, new):
            os.unlink(backup)


def overwrite(target: str, data: bytes) -> None:
    """Writes bytes over those of a file from its start, and cuts it to their length."""
    with os.fdopen(os.open(target, os.O_WRONLY | BINARY), "wb") as file:
        file.write(data)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def keep(target: str, old: bytes, new: bytes) -> str:
    """Writes the backup: both texts, so that a torn file is known from one that its owner has edited since."""
    data = MAGIC + b"%d %d\n" % (len(old), len(new)) + old + new
    *others, last = backups(target)
    for path in (*others, last):
        try:
            os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY | NOT_A_LINK, 0o600)
            try:
                fill(handle, data)
            finally:
                os.close(handle)
            return path
        except FileExistsError:
            raise OSError(0, f"another run is writing it, or was cut off: {path}") from None
        except PermissionError:
            if path == last:
                raise
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(path)
            if path == last:
                raise
    raise AssertionError("a file has a place for its backup")


def restore(path: str) -> bool:
    """Puts a file right that an earlier run left torn, and clears what that run left beside it. Says whether it was torn."""
    if not os.path.islink(path) and not os.path.lexists(hidden(path) + BACKUP) and not any(map(holds_something, scratch_folders())):
        return False
    target = os.path.realpath(path)
    for backup in backups(target):
        if not os.path.lexists(backup):
            continue
        try:
            saved = parts(read(backup)) if not os.path.islink(backup) and owned(backup) else None
            mended = saved is not None and torn(read(target), *saved)
            if saved is not None and mended:
                overwrite(target, saved[0])
            os.unlink(backup)
        except OSError:
            continue
        if mended:
            return True
    return False


def parts(data: bytes) -> tuple[bytes, bytes] | None:
    """Both texts of a backup; None where it is not whole, and then the target was not touched yet."""
    first, _, rest = data.removeprefix(MAGIC).partition(b"\n")
    sizes = first.split()
    if not data.startswith(MAGIC) or len(sizes) != 2 or not all(size.isdigit() for size in sizes) or sum(map(int, sizes)) != len(rest):
        return None
    return rest[: int(sizes[0])], rest[int(sizes[0]) :]


def torn(now: bytes, old: bytes, new: bytes) -> bool:
    """Whether a file holds the beginning of the new text and the rest of the old one."""
    if now in (old, new):
        return False
    same = shared(now, new)
    return now[same:] == old[same:]


def owned(path: str) -> bool:
    """Whether a file is ours, where there are owners."""
    return not hasattr(os, "getuid") or os.lstat(path).st_uid == os.getuid()


def backups(target: str) -> Iterator[str]:
    """Where a target's backup may stand: beside it, or else below the user's folder for temporary files, if there is one."""
    yield hidden(target) + BACKUP
    import hashlib
    import tempfile

    try:
        scratch = tempfile.gettempdir()
    except OSError:  # no disk takes anything any more
        return

    name = hashlib.sha256(os.fsencode(target)).hexdigest()
    yield os.path.join(scratch, scratch_name(), name + BACKUP)


def scratch_name() -> str:
    """What our part of the folder for temporary files is called."""
    return f"pitfalls-fix-{os.getuid() if hasattr(os, 'getuid') else ''}"


def scratch_folders() -> Iterator[str]:
    """Where that part may be, as far as can be told without `tempfile`, which loads much."""
    if os.name != "posix":
        import tempfile

        with contextlib.suppress(OSError):
            yield os.path.join(tempfile.gettempdir(), scratch_name())
        return
    for folder in (*map(os.environ.get, ("TMPDIR", "TEMP", "TMP")), "/tmp", "/var/tmp", "/usr/tmp", os.curdir):
        if folder:
            yield os.path.join(folder, scratch_name())


def holds_something(folder: str) -> bool:
    """Whether a folder is there and not empty."""
    try:
        return bool(os.listdir(folder))
    except OSError:
        return False


def hidden(target: str) -> str:
    """The path of a target with a dot before its name, for what stands beside it."""
    folder, name = os.path.split(target)
    return os.path.join(folder, f".{name}")


@cache
def sweep(folder: str) -> None:
    """Clears the temporary files that killed runs left in a folder; looked for once a folder."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.startswith(".") and entry.name.endswith(TEMPORARY):
                process = entry.name[: -len(TEMPORARY)].rpartition(".")[2]
                if process.isdigit() and not alive(int(process)):
                    os.unlink(entry.path)


def alive(process: int) -> bool:
    """Whether a process of this number runs; where that cannot be asked, yes."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def sync_folder(folder: str) -> None:
    """Makes the names in a folder last."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
