"""What a run asks of the disk is counted: questions, files that are opened, syncs."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from flake8_pitfalls.doors import cli, start
from flake8_pitfalls.running import file as one_file
from flake8_pitfalls.running import write


def test_what_is_written_is_synced_once_and_its_folder_once_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(40):
        path = tmp_path / f"folder{number % 2}" / f"m{number}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"def full(count):\n    return count is {1000 + number}\n")
    write.settle()  # of other tests
    synced: list[str] = []  # threads append to a list one after the other, and may lose what they add to a number
    real = os.fsync

    def fsync(handle: int) -> None:
        synced.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["--isolated", "-q", "."]) == 1
    assert synced.count("file") == 40
    assert os.name != "posix" or synced.count("folder") == 2
    assert all("count == 10" in path.read_text() for path in tmp_path.glob("*/*.py"))


def test_a_warm_run_asks_for_each_file_once_and_opens_those_that_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.name != "posix":
        pytest.skip("a run is known again on POSIX only")
    monkeypatch.setenv("PITFALLS_CACHE_DIR", str(tmp_path / "cache"))
    project = tmp_path / "project"
    project.mkdir()
    for number in range(50):
        (project / f"m{number:02}.py").write_text(f"x{number} = 1\n")
        os.utime(project / f"m{number:02}.py", ns=(10**18, 10**18))
    os.utime(project, ns=(10**18, 10**18))
    monkeypatch.chdir(project)
    words = ["--isolated", "--check", "-q", "."]
    assert start.main(words) == 0
    (project / "m40.py").write_text("x40 = 2\n")
    os.utime(project / "m40.py", ns=(10**18 + 10**9, 10**18 + 10**9))
    stats: Counter[str] = Counter()
    read: list[str] = []
    real_stat, real_read = os.stat, one_file.read

    def counted(path: str, **options: object) -> os.stat_result:
        stats[os.path.basename(path)] += 1
        return real_stat(path, **options)  # type: ignore[arg-type]

    def watched_read(task: one_file.Task) -> object:
        read.append(task.path)
        return real_read(task)

    monkeypatch.setattr(os, "stat", counted)
    monkeypatch.setattr(one_file, "read", watched_read)
    assert start.main(words) == 0
    assert read == ["m40.py"]
    others = [stats[f"m{number:02}.py"] for number in range(50) if number != 40]
    assert others == [1] * 49


LOADS = "import sys; from flake8_pitfalls.doors.start import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"


@pytest.mark.parametrize("words", [("--check",), ()])
def test_a_run_over_few_files_loads_little(words: tuple[str, ...], tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"m{number}.py").write_text("def full(count):\n    return count is 3000\n" if number < 2 else "x = 1\n")
    command = [sys.executable, "-c", LOADS, "--isolated", "-q", *words, "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    loaded = set(done.stderr.splitlines()[-1].split())
    heavy = "concurrent.futures multiprocessing logging tempfile shutil _hashlib difflib tomllib pathlib dataclasses".split()
    if not words and any(map(write.holds_something, write.scratch_folders())):  # a backup may be in there
        heavy = [name for name in heavy if name not in ("tempfile", "shutil", "_hashlib")]
    assert not loaded.intersection(heavy)
    assert "flake8_pitfalls.engine" in loaded


def test_an_interrupt_right_behind_the_opening_leaves_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"old")
    real = os.open

    def interrupted(place: str, flags: int, *more: int) -> int:
        handle = real(place, flags, *more)
        if flags & os.O_CREAT:
            os.close(handle)
            raise KeyboardInterrupt
        return handle

    monkeypatch.setattr(os, "open", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write.replace(str(path), b"old", b"new")
    monkeypatch.undo()
    assert [one.name for one in tmp_path.iterdir()] == ["a.py"]
    assert path.read_bytes() == b"old"
