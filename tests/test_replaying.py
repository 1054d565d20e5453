"""A run in which nothing is new says what it said, and loads no parser, no rule and nothing else that is slow to load."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys
before = set(sys.modules)
from flake8_pitfalls.doors.start import main
status = main(sys.argv[1:])
heavy = {"ast", "re", "json", "typing", "argparse", "flake8_pitfalls.engine", "flake8_pitfalls.rules", "libcst", "hashlib", "pathspec"}
print("loaded" if heavy & (set(sys.modules) - before) else "replayed", file=sys.stderr)
sys.exit(status)
"""
OLD = 1_000_000_000 * 10**9


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    code = tmp_path / "code"
    (code / "sub").mkdir(parents=True)
    write(code / "a.py", "def f(count):\n    return count is 3000\n")
    write(code / "sub" / "b.py", "import helper\n")
    write(code / "README", "")
    age(code)
    return code


def write(path: Path, text: str, time: int = OLD) -> None:
    path.write_text(text)
    os.utime(path, ns=(time, time))


def age(folder: Path, time: int = OLD) -> None:
    """Makes folders as old as what is in them: what was just written is not relied on."""
    for place in (folder, folder / "sub"):
        os.utime(place, ns=(time, time))


def run(folder: Path, *options: str) -> tuple[int, str, str, bool]:
    """Status, what went out, what was said besides, and whether it was replayed."""
    environment = {**os.environ, "PITFALLS_CACHE_DIR": str(folder.parent / "cache")}
    command = [sys.executable, "-I", "-S", "-c", f"import sys\nsys.path = {sys.path!r}\n{SCRIPT}", *(options or ("--check", "."))]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    *said, how = done.stderr.splitlines()
    return done.returncode, done.stdout, "\n".join(said), how == "replayed"


def test_nothing_new_is_said_again(folder: Path) -> None:
    first, second = run(folder), run(folder)
    assert "PIT201" in first[1]
    assert "1 finding" in first[2]
    assert (first[0], first[3], second) == (1, False, (*first[:3], True))


def changes(folder: Path) -> dict[str, object]:
    return {
        "a file": lambda: write(folder / "a.py", "def f(count):\n    return count == 300\n", OLD + 10**9),
        "a new file": lambda: (write(folder / "sub" / "c.py", "x = 1 is 3000\n"), age(folder, OLD + 10**9)),
        "a file that is gone": lambda: ((folder / "a.py").unlink(), age(folder, OLD + 10**9)),
        "a module that was looked for": lambda: (write(folder / "helper.py", ""), age(folder, OLD + 10**9)),
        "a settings file": lambda: write(folder / "pyproject.toml", "[tool.flake8-pitfalls]\nselect = ['PIT3']\n"),
        "a settings file above": lambda: write(folder.parent / "pyproject.toml", "[tool.flake8-pitfalls]\nselect = ['PIT3']\n"),
        "an ignore file": lambda: write(folder / ".gitignore", "a.py\n"),
        "an ignore file above": lambda: write(folder.parent / ".gitignore", "a.py\n"),
    }


@pytest.mark.parametrize("change", changes(Path()))
def test_what_changed_is_seen(folder: Path, change: str) -> None:
    run(folder)
    assert run(folder)[3]
    changes(folder)[change]()  # type: ignore[operator]
    seen = run(folder)
    assert not seen[3]
    assert seen[:3] == run(folder, "--check", "--no-cache", ".")[:3]


def test_what_was_just_written_is_not_relied_on(folder: Path) -> None:
    (folder / "a.py").write_text("def f(count):\n    return count is 3000\n")
    assert [run(folder)[3] for _ in range(2)] == [False, False]


@pytest.mark.parametrize("options", [["--no-cache", "--check", "."], ["--check", "missing.py"], ["--diff", "."], ["--check", "-v", "."]])
def test_some_runs_are_made_each_time(folder: Path, options: list[str]) -> None:
    assert [run(folder, *options)[3] for _ in range(2)] == [False, False]


@pytest.mark.parametrize("damage", [b"", b"pitfalls run 1 0\n", b"\xff" * 50])
def test_a_torn_one_counts_for_nothing(folder: Path, damage: bytes) -> None:
    first = run(folder)
    (place,) = (folder.parent / "cache" / "runs").iterdir()
    data = place.read_bytes()
    place.write_bytes(damage or data[:-5])
    assert run(folder) == first


def test_versions_are_told_without_the_rest(folder: Path) -> None:
    status, out, _, light = run(folder, "--version")
    assert (status, light) == (0, True)
    assert out.startswith("flake8-pitfalls ")
    assert "flake8 " in out
    assert "no " not in out


def test_what_does_not_parse_is_said_again_too(folder: Path) -> None:
    write(folder / "a.py", "def f(:\n")
    first, second = run(folder), run(folder)
    assert first[0] == 2
    assert second == (*first[:3], True)
