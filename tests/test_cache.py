"""flake8 judges a file once: the same findings from the cache, and never an old one where anything that it rests on has changed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_pitfalls.running import place

MAIN = "import asyncio\nfrom helpers import pause\n\n\nasync def work():\n    pause()\n\n\nasyncio.run(work())\n"
SLOW = "import time\n\n\ndef pause():\n    time.sleep(1)\n"
QUICK = "def pause():\n    return 1\n"
# Whether a rule was loaded is how a test sees that a file was judged anew.
SCRIPT = """
import sys
from flake8.main.cli import main
code = main(sys.argv[1:])
print("judged" if "flake8_pitfalls.engine" in sys.modules else "known")
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PITFALLS_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "main.py").write_text(MAIN)
    (tmp_path / "helpers.py").write_text(SLOW)
    return tmp_path


def run(folder: Path, *options: str) -> tuple[bool, bool]:
    """Whether PIT302 is shown for main.py, and whether the file was judged anew."""
    command = [sys.executable, "-c", SCRIPT, "--isolated", "-j1", "--select", "PIT", *options, "main.py"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return "PIT302" in done.stdout, done.stdout.rstrip().endswith("judged")


def test_the_second_run_knows(project: Path) -> None:
    assert run(project) == (True, True)
    assert run(project) == (True, False)


def test_an_edit_in_a_helper_module_is_seen(project: Path) -> None:
    assert run(project)[0]
    (project / "helpers.py").write_text(QUICK)
    assert run(project) == (False, True)
    (project / "helpers.py").write_text(SLOW)
    assert run(project) == (True, True)


def test_a_module_that_appears_or_goes_is_seen(project: Path) -> None:
    (project / "helpers.py").unlink()
    assert run(project) == (False, True)
    assert run(project) == (False, False)
    (project / "helpers.py").write_text(SLOW)
    assert run(project) == (True, True)
    (project / "helpers").mkdir()
    (project / "helpers" / "__init__.py").write_text(QUICK)
    assert run(project) == (False, True)


def test_a_module_behind_another_is_seen(project: Path) -> None:
    (project / "helpers.py").write_text("from deep import *\n")
    (project / "deep.py").write_text(SLOW)
    assert run(project) == (True, True)
    assert run(project) == (True, False)
    (project / "deep.py").write_text(QUICK)
    assert run(project) == (False, True)


def test_options_decide_too(project: Path) -> None:
    assert run(project)[0]
    assert run(project, "--ignore", "PIT302") == (False, True)
    assert run(project, "--pitfalls-offloading-decorators", "x.y")[1]
    assert run(project) == (True, True)  # one entry a file: that of the last options


def test_it_can_be_turned_off(project: Path) -> None:
    assert run(project, "--pitfalls-no-cache") == (True, True)
    assert run(project, "--pitfalls-no-cache") == (True, True)


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"key": 3}', b"\xff\xfe", b'{"key": None, "asked": [], "said": []}', b"__import__('os')", b"(" * 5000]
)
def test_a_torn_entry_is_a_miss(project: Path, damage: bytes) -> None:
    assert run(project)[0]
    assert list((project / "cache").rglob("*.txt"))
    for entry in (project / "cache").rglob("*.txt"):
        entry.write_bytes(damage)
    assert run(project) == (True, True)


def test_a_cache_that_cannot_be_written_is_no_matter(project: Path) -> None:
    (project / "cache").write_text("a file stands in its way")
    assert run(project) == (True, True)
    assert os.path.isfile(project / "cache")


def test_each_file_of_ours_tells_one_state_of_the_program_from_another() -> None:
    root = Path(place.__file__).parent.parent
    assert {line.rsplit(" ", 2)[0] for line in place.fingerprint().split("\n")} == set(map(str, root.rglob("*.py")))
