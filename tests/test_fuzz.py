"""A short run of `fuzz.py`; PITFALLS_FUZZ=20000 makes it a long one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs os.fork and SIGALRM")
HERE = Path(__file__).parent

SPOILT = """
import os, sys, pathlib, fuzz
fuzz.program = lambda seed: os._exit(1) if seed == 1 else b"x = 1\\n"
judge = fuzz.judge
fuzz.judge = lambda task, data: 1 // 0 if task.policy.unsafe else judge(task, data)
folder = pathlib.Path(sys.argv[1])
for name, what in fuzz.run(fuzz.programs(5, 0, folder), folder).wrong:
    print(name, what[:24])
"""


def run(*command: str) -> str:
    return subprocess.run([sys.executable, *command], cwd=HERE, capture_output=True, text=True, encoding="utf-8", check=False).stdout


def test_programs_that_nobody_wrote(tmp_path: Path) -> None:
    said = run("fuzz.py", "programs", os.environ.get("PITFALLS_FUZZ", "60"), "--out", str(tmp_path))
    counts = dict(line.split(": ", 1) for line in said.split("\n") if ": " in line)
    assert "WRONG" not in said, said
    texts = int(counts["texts"])
    assert int(counts["with_findings"]) * (2 if texts >= 1000 else 3) > texts > 0  # of a few, fewer than half may be by chance


def test_what_is_wrong_is_seen(tmp_path: Path) -> None:
    """A fuzzer that would find nothing is worth nothing: here a program kills its process, and judging raises unless seed % 4 is 0."""
    assert run("-c", SPOILT, str(tmp_path)).split("\n")[:3] == [
        "seed 1 its process died (256)",
        "seed 2 raised ZeroDivisionError",
        "seed 3 raised ZeroDivisionError",
    ]
