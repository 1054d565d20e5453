"""What the fixer promises whatever it is given, wherever it is killed, and whoever wrote the repository: see docs/reliability.md.

PITFALLS_KILLS=500 makes the loop of kills a long one.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import nasty
import pytest
from commands import fix

from flake8_pitfalls.doors import cli
from flake8_pitfalls.facts import Module
from flake8_pitfalls.running import file as one_file
from flake8_pitfalls.running import write
from flake8_pitfalls.running.cache import Cache, Said
from flake8_pitfalls.text.source import Source

POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX files and signals")
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NOBODY = 65534
PITFALL = "def f(x):\n    return x is 257\n"
REPAIRED = PITFALL.replace(" is ", " == ")
COMMAND = [sys.executable, "-c", "import sys; from flake8_pitfalls.doors.cli import main; sys.exit(main())"]
CHOSEN = ("--isolated", "--select", "PIT201")


def test_a_module_that_imports_itself_is_known_to_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("import a\n")
    project = Module(Source("import a\n"), None, str(path)).project
    assert project.view("a") is project.own


def test_a_file_that_is_too_large_is_said_and_the_others_are_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "LARGEST", 2_000_000)
    (tmp_path / "data.py").write_text(PITFALL + "#" * 2_100_000)
    (tmp_path / "small.py").write_text(PITFALL)
    ran = fix(*CHOSEN, ".", cwd=tmp_path)
    assert ran.returncode == 2
    assert b"data.py: error: not read: it has 2 MB" in ran.stderr
    assert (tmp_path / "small.py").read_text() == REPAIRED


# Killed at any moment


def litter(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if name.startswith(".")]


@POSIX
def test_killed_while_it_fixes_a_folder_every_file_or_its_backup_is_whole(tmp_path: Path) -> None:
    """The command itself, over files that it replaces and files that it writes in place; the run after the last kill leaves all right."""
    chance = random.Random(5)
    olds = {f"m{number}.py": PITFALL * chance.choice((1, 20, 200)) for number in range(24)}
    for name, text in olds.items():
        (tmp_path / name).write_text(text)
        if int(name[1:-3]) % 3 == 0:  # with two names it is written in place
            os.link(tmp_path / name, tmp_path / f"{name}.other")
    states = {"old": 0, "new": 0, "in between": 0}
    start = time.perf_counter()
    subprocess.run([*COMMAND, *CHOSEN, "--check", "."], cwd=tmp_path, capture_output=True, check=False)
    took = time.perf_counter() - start
    for _ in range(int(os.environ.get("PITFALLS_KILLS", "8"))):
        with subprocess.Popen([*COMMAND, *CHOSEN, "-j1", "."], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            time.sleep(took * chance.uniform(0.3, 1.3))
            run.send_signal(signal.SIGKILL)
        for name, old in olds.items():
            now, new = (tmp_path / name).read_text(), old.replace(" is ", " == ")
            state = "old" if now == old else "new" if now == new else "in between"
            states[state] += 1
            if state == "in between":
                saved = write.parts((tmp_path / f".{name}.pitfalls-backup").read_bytes())
                assert saved is not None and saved[0].decode() == old
        write.sweep.cache_clear()
        if chance.random() < 0.5:  # the next run begins with what is there, or with all of it as it was
            for name, old in olds.items():
                write.restore(str(tmp_path / name))
                (tmp_path / name).write_text(old)
    write.sweep.cache_clear()
    ran = fix(*CHOSEN, ".", cwd=tmp_path)
    assert ran.returncode in (0, 1), ran.stderr
    assert {name: (tmp_path / name).read_text() for name in olds} == {name: old.replace(" is ", " == ") for name, old in olds.items()}
    assert not litter(tmp_path), "no litter"
    print(states)


# The disk is full


SMALL_FILES = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from flake8_pitfalls.doors.cli import main
sys.exit(main(sys.argv[2:]))
"""


@POSIX
@pytest.mark.parametrize("links", [1, 2])
def test_a_disk_that_takes_no_more_leaves_the_old_file(links: int, tmp_path: Path) -> None:
    """No file may become larger than so many bytes: from none at all to enough."""
    old = PITFALL * 40
    new = old.replace(" is ", " == ")
    outcomes = set()
    for most in (0, 10, len(old) - 1, len(new), 3 * len(new)):
        folder = tmp_path / str(most)
        folder.mkdir()
        (folder / "a.py").write_text(old)
        (folder / "b.py").write_text("x = 1 is 257\n")
        if links == 2:
            os.link(folder / "a.py", folder / "a.other")
        ran = subprocess.run([sys.executable, "-c", SMALL_FILES, str(most), *CHOSEN, "."], cwd=folder, capture_output=True, check=False)
        now = (folder / "a.py").read_text()
        assert now in (old, new)
        assert b"Traceback" not in ran.stderr
        assert (ran.returncode, b"a.py: error: not written: file too large" in ran.stderr) == ((1, False) if now == new else (2, True))
        assert not litter(folder)
        outcomes.add(now == new)
    assert outcomes == {True, False}


@pytest.fixture
def small_disk(tmp_path: Path) -> Callable[[int], Path]:
    """A file system of so many KiB in memory; only root may have one, and not in every container."""
    made: list[Path] = []

    def make(size: int) -> Path:
        folder = tmp_path / f"disk{len(made)}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(folder)]
        if not IS_ROOT or shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("no small file system to be had")
        made.append(folder)
        return folder

    yield make  # type: ignore[misc]
    for folder in made:
        subprocess.run(["umount", str(folder)], check=True)


@POSIX
@pytest.mark.parametrize("links", [1, 2])
def test_a_full_disk_leaves_the_old_file(links: int, tmp_path: Path, small_disk: Callable[[int], Path]) -> None:
    """From a disk that is full to the last byte to one with room enough; the fix makes the file longer."""
    old = "x = 1\ny = x is 257\n" + "z = 'long'\n" * 1500
    new = old.replace(" is ", " == ")
    outcomes = []
    for room in (0, 4, 8, 12, 16, 24, 40, 64):
        disk = small_disk(100)
        (disk / "a.py").write_text(old)
        if links == 2:
            os.link(disk / "a.py", disk / "a.other")
        fill(disk / "fill", room)
        ran = fix(*CHOSEN, "a.py", cwd=disk)
        now = (disk / "a.py").read_text()
        assert now in (old, new)
        assert ran.returncode == (1 if now == new else 2), ran.stderr
        assert now == new or b"a.py: error: not written: no space left on device" in ran.stderr
        assert not litter(disk)
        outcomes.append(now == new)
    assert outcomes == sorted(outcomes), "the more room, the better"
    assert outcomes[-1]


def fill(path: Path, room: int) -> None:
    """Writes until the disk is full, and gives so many KiB back."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 1024)
        except OSError:
            pass
        file.truncate(max(0, file.tell() - room * 1024))


# Someone else


def test_a_file_that_someone_writes_meanwhile_is_theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.py"
    path.write_text(PITFALL)
    (tmp_path / "b.py").write_text(PITFALL)
    judge = one_file.judge

    def judged(task: one_file.Task, data: bytes, *more: object) -> object:
        if task.path.endswith("a.py"):
            path.write_text("theirs = 1\n")
        return judge(task, data, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(one_file, "judge", judged)
    ran = fix(*CHOSEN, ".", cwd=tmp_path)
    assert ran.returncode == 2
    assert b"a.py: error: not written: it was changed by someone else meanwhile" in ran.stderr
    assert path.read_text() == "theirs = 1\n"
    assert (tmp_path / "b.py").read_text() == REPAIRED
    assert not litter(tmp_path)


def as_nobody(work: Callable[[], int]) -> int:
    """Runs something as a user who is nobody's friend: in a child process where this one is root's, else here."""
    if not IS_ROOT:
        return work()
    child = os.fork()
    if not child:
        status = 99
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            status = work()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@POSIX
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_what_may_not_be_read_or_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unreadable files, unwritable files, and files in folders that cannot be written, which are written in place."""
    for folder in (tmp_path, *tmp_path.parents):
        if IS_ROOT and folder.owner() == "root" and not stat.S_IMODE(folder.stat().st_mode) & 0o005:
            folder.chmod(folder.stat().st_mode | 0o055)
    place, scratch = tmp_path / "place", tmp_path / "scratch"
    place.mkdir(), scratch.mkdir(mode=0o777)
    scratch.chmod(0o777)
    for name, mode in (("open.py", 0o666), ("unreadable.py", 0o000), ("unwritable.py", 0o444)):
        (place / name).write_text(PITFALL)
        (place / name).chmod(mode)
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    place.chmod(0o555)
    assert fix(*CHOSEN, "--check", "open.py", cwd=place).returncode == 1  # what is imported late may be out of nobody's reach
    list(write.backups(str(place / "open.py")))
    said = tmp_path / "said"
    said.touch()
    said.chmod(0o666)

    def work() -> int:
        ran = fix(*CHOSEN, ".", cwd=place)
        said.write_bytes(ran.stderr)
        return ran.returncode

    assert as_nobody(work) == 2
    assert "unreadable.py: error: permission denied" in said.read_text()
    assert "unwritable.py: error: not written: it may not be written" in said.read_text()
    assert (place / "open.py").read_text() == REPAIRED
    assert (place / "unwritable.py").read_text() == PITFALL
    assert not litter(place)
    assert not [name for _, _, names in os.walk(scratch) for name in names]
    place.chmod(0o755)


@POSIX
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_torn_file_in_a_folder_that_cannot_be_written_is_restored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its backup stands in the folder for temporary files, and the next run finds it there."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "scratch"))
    old, new = PITFALL.encode() * 9, REPAIRED.encode() * 9
    path = tmp_path / "a.py"
    path.write_bytes(new[:50] + old[50:])
    monkeypatch.setattr(write, "backups", lambda target, made=write.backups: iter(list(made(target))[1:]))
    backup = write.keep(str(path), old, new)
    assert backup.startswith(str(tmp_path / "scratch"))
    assert fix(*CHOSEN, "a.py", cwd=tmp_path).returncode == 1
    assert path.read_bytes() == new
    assert not os.path.exists(backup)


# A repository that means harm

TRACE = "import pathlib; pathlib.Path({trace!r}).write_text('ran'); raise SystemExit('ran')\n"
RUNS_ELSEWHERE = (
    *("setup.py", "conftest.py", "sitecustomize.py", "usercustomize.py", "manage.py", "__init__.py", "__main__.py", "noxfile.py"),
    *("json.py", "ast.py", "tokenize.py", "libcst.py", "pathspec.py", "flake8_pitfalls.py", "encodings/evil.py", "pandas/__init__.py"),
)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder in which everything that other tools would import or run leaves a trace, beside things that are none of its business."""
    place = tmp_path / "repository"
    for name in RUNS_ELSEWHERE:
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PITFALL + TRACE.format(trace=str(tmp_path / "trace")))
    (place / "uses.py").write_text("# coding: utf-8\nimport json, pandas, setup, conftest\nfrom json import *\n" + PITFALL)
    (place / "evil_codec.py").write_text("# coding: evil\n" + PITFALL)
    (place / "pyproject.toml").write_text('[tool.flake8-pitfalls]\nsrc = ["../outside", "/etc", "."]\nextend-exclude = ["../outside"]\n')
    (place / "setup.cfg").write_text("[flake8:local-plugins]\nextension =\n    X = setup:X\n")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.py").write_text(PITFALL)
    (outside / "keep.txt").write_text(PITFALL)
    if os.name == "posix":
        os.symlink("../outside", place / "folder")
        os.symlink("../outside/secret.py", place / "link.py")
        os.symlink("../../outside/keep.txt", place / "pandas/backup.py")
        os.symlink("../outside/keep.txt", place / ".uses.py.pitfalls-backup")
        os.symlink("../outside/keep.txt", place / f".uses.py.{os.getpid()}.pitfalls-new")
    return place


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("arguments", [("--check",), ("--diff",), ("--unsafe-fixes",), ("--show-settings",), ("-j2",)])
def test_nothing_of_a_repository_is_imported_or_run(arguments: tuple[str, ...], hostile: Path, tmp_path: Path) -> None:
    """In a process of its own, started as the command is: the folder that it works in is not on its path."""
    script = Path(sys.executable).with_name("pitfalls-fix.exe" if os.name == "nt" else "pitfalls-fix")
    if not script.exists():
        pytest.skip("the command is not installed beside this Python")
    home = tmp_path / "home"
    home.mkdir()
    variables = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "PITFALLS_CACHE_DIR": str(home / "pitfalls")}
    before = everything(tmp_path / "outside")
    ran = subprocess.run([script, *arguments, "--select", "ALL", "."], cwd=hostile, env=variables, capture_output=True, check=False)
    assert not (tmp_path / "trace").exists()
    assert b"Traceback" not in ran.stderr, ran.stderr
    assert everything(tmp_path / "outside") == before
    assert not list(hostile.rglob("__pycache__"))
    writes = "--check" not in arguments and "--diff" not in arguments and "--show-settings" not in arguments
    assert ((hostile / "uses.py").read_text().find("==") > 0) is writes
    stray = [name for name in everything(home) if not name.startswith(("cache", "pitfalls"))]
    assert not stray


@POSIX
def test_a_link_that_is_named_is_followed_and_no_other(hostile: Path, tmp_path: Path) -> None:
    """Whoever names a link means its file; a walk stays in the folders that were named."""
    ran = fix("--isolated", "--select", "PIT201", ".", cwd=hostile)
    assert (tmp_path / "outside/secret.py").read_text() == PITFALL
    assert b"link.py" not in ran.stdout
    fix("--isolated", "--select", "PIT201", "link.py", cwd=hostile)
    assert (tmp_path / "outside/secret.py").read_text() == REPAIRED
    assert (hostile / "link.py").is_symlink()
    assert (tmp_path / "outside/keep.txt").read_text() == PITFALL


@POSIX
def test_a_link_that_is_turned_round_between_reading_and_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read is what is overwritten, or nothing is."""
    (tmp_path / "mine.py").write_text(PITFALL)
    (tmp_path / "theirs.txt").write_text("precious\n")
    link = tmp_path / "link.py"
    link.symlink_to("mine.py")
    judge = one_file.judge

    def judged(*given: object) -> object:
        link.unlink()
        link.symlink_to("theirs.txt")
        return judge(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(one_file, "judge", judged)
    assert fix(*CHOSEN, "link.py", cwd=tmp_path).returncode == 2
    assert (tmp_path / "theirs.txt").read_text() == "precious\n"
    assert (tmp_path / "mine.py").read_text() == PITFALL


# A cache that someone has written into


@pytest.mark.parametrize(
    "entry",
    [
        "",
        "\x00",
        "[" * 100_000,
        "-" * 1_000_000 + "1",
        "__import__('os').system('touch trace')",
        "{'key': open('trace', 'w')}",
        "{'key': 1}",
        "[]",
        "None",
        "{'key': KEY, 'asked': 5, 'said': []}",
        "{'key': KEY, 'asked': [['walk', '/', None]], 'said': []}",
        "{'key': KEY, 'asked': [[[], [], []]], 'said': []}",
        "{'key': KEY, 'asked': [['exists', 5 * 10 ** 9, True]], 'said': []}",
        "{'key': KEY, 'asked': [], 'said': [[1, 2]]}",
        "{'key': KEY, 'asked': [], 'said': [['x', 2, 3]]}",
        "{'key': KEY, 'asked': [], 'said': None}",
        '{"key": "KEY", "said": {"__class__": "os.system"}}',
    ],
)
def test_a_tampered_entry_is_a_miss(entry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    cache = Cache(str(tmp_path / "cache"))
    cache.put("a.py", "x = 1\n", [Said(1, 0, "PIT201 said")], {})
    place, key = cache.entry("a.py", "x = 1\n")[:2]
    if cache.get("a.py", "x = 1\n") != [Said(1, 0, "PIT201 said")]:
        pytest.skip("this cache keeps its entries in another form")
    Path(place).write_text(entry.replace("'KEY'", repr(key)).replace("KEY", repr(key)), encoding="utf-8")
    assert cache.get("a.py", "x = 1\n") is None
    assert not (tmp_path / "trace").exists()


# In one run


def test_one_run_over_all_sorts_of_files(tmp_path: Path) -> None:
    """Each file that cannot be judged is one line that names it, and every other one is done, byte for byte; the slow ones: `nasty.py`."""
    files = [one for one in nasty.nasty() if one.name.partition(".")[0] not in nasty.SLOW]
    nasty.write(files, tmp_path / "n")
    ran = fix(*CHOSEN, "-q", "-j1", str(tmp_path / "n"), cwd=tmp_path)
    said = ran.stderr.decode().replace("\nn/", f"\n{tmp_path}/n/").removeprefix("n/")
    assert ran.returncode == 2
    assert not nasty.wrong(files, tmp_path / "n", said)


def test_every_error_is_told_in_json_too(tmp_path: Path) -> None:
    (tmp_path / "half.py").write_text("def f(:\n")
    ran = fix("--isolated", "--output-format", "json", ".", cwd=tmp_path)
    assert ran.returncode == cli.ERROR
    json.loads(ran.stdout)


ODD = [None, 1, -5, "x", [], ["Outcome"], ["", ""], {}, True, ["Finding", 1], 10**30, ["Level", "nope"], ["Span", "a", "b"]]


def tampered(value: object, chance: random.Random) -> object:
    """Plain data with one part of it, however deep, made something else."""
    if value and chance.random() < 0.85:
        if isinstance(value, list):
            at = chance.randrange(len(value))
            return [*value[:at], tampered(value[at], chance), *value[at + 1 :]]
        if isinstance(value, dict):
            key = chance.choice(list(value))
            return {**value, key: tampered(value[key], chance)}
    return chance.choice(ODD)


def test_what_the_command_remembers_may_be_tampered_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its check sum put right, so that it is read: it is forgotten, or says something else, and nothing breaks."""
    monkeypatch.setenv("PITFALLS_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "a.py"
    path.write_text("import asyncio, time\nasync def f():\n    time.sleep(1)\nx = 1 is 257\n")
    os.utime(path, ns=(10**18, 10**18))
    right = fix("--isolated", "--check", "a.py", cwd=tmp_path)
    (memory,) = [one for one in (tmp_path / "cache/files").iterdir() if one.is_file()]
    first, _, rest = memory.read_bytes().partition(b"\n")
    lines, chance = rest.decode().split("\n"), random.Random(3)
    for _ in range(40):
        changed = list(lines)
        at = chance.randrange(len(lines))
        *before, last = lines[at].split("\t")
        changed[at] = "\t".join([*before, json.dumps(tampered(json.loads(last), chance))])
        data = "\n".join(changed).encode()
        memory.write_bytes(f"{first.decode().rpartition(' ')[0]} {zlib.crc32(data)}\n".encode() + data)
        form = chance.choice(["text", "json", "sarif", "github"])
        assert fix("--isolated", "--check", "--output-format", form, "a.py", cwd=tmp_path).returncode in (0, 1, 2)
    memory.write_bytes(b"pitfalls 1 0\n" + b"[" * 100_000)
    assert fix("--isolated", "--check", "a.py", cwd=tmp_path) == right
