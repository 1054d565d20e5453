"""`pitfalls-fix` in this process: a tenth of the time that a new one takes."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from flake8_pitfalls.doors import cli
from flake8_pitfalls.running import baseline


class Ran(NamedTuple):
    """What a command printed, and how it ended."""

    returncode: int
    stdout: bytes
    stderr: bytes


def fix(*arguments: str, cwd: Path, stdin: bytes = b"") -> Ran:
    """Runs the command in a folder."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True), io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    here = os.getcwd()
    os.chdir(cwd)
    baseline.read.cache_clear()
    try:
        streams = {"stdin": io.TextIOWrapper(io.BytesIO(stdin)), "stdout": out, "stderr": err}
        with mock.patch.multiple(sys, **streams):
            try:
                status = cli.main([str(one) for one in arguments])
            except SystemExit as end:
                status = int(end.code or 0)
    finally:
        os.chdir(here)
    return Ran(status, out.buffer.getvalue(), err.buffer.getvalue())  # type: ignore[attr-defined]
