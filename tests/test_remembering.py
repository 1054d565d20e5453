"""`pitfalls-fix` remembers: the second run says the same and judges nothing, and nothing old is ever said."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_pitfalls.doors import cli
from flake8_pitfalls.facts import importing, linked
from flake8_pitfalls.running import remembering
from flake8_pitfalls.running.answers import Answers
from flake8_pitfalls.text.disk import QUESTIONS

MAIN = "import asyncio\nfrom helpers import pause\n\n\nasync def work():\n    pause()\n\n\nasyncio.run(work())\n"
SLOW = "import time\n\n\ndef pause():\n    time.sleep(1)\n"
QUICK = "def pause():\n    return 1\n"
OTHER = "def half(count):\n    return count is 3000\n"


class Seen:
    """What one run printed, and which files it judged."""

    def __init__(self, status: int, out: str, judged: list[str]) -> None:
        self.status, self.out, self.judged = status, out, judged


class Folder:
    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.path, self.capsys = path, capsys
        self.judged: list[str] = []
        real = remembering.one_file.judge

        def judge(task: remembering.one_file.Task, data: bytes) -> tuple[remembering.Outcome, bytes | None]:
            self.judged.append(task.path)
            return real(task, data)

        monkeypatch.setattr(remembering.one_file, "judge", judge)

    def run(self, *options: str) -> Seen:
        self.judged.clear()
        linked._LINKED.clear()
        importing._MENTIONS.clear()
        for kept in (QUESTIONS["below"].__globals__["_BELOW"],):  # as in a new process
            kept.clear()
        status = cli.main(["--isolated", "-q", "-j", "1", *(options or ("--check", "."))])
        return Seen(status, self.capsys.readouterr().out, sorted(self.judged))

    def write(self, name: str, text: str) -> None:
        """Writes a file whose time says that it is another one, and not of just now."""
        place = self.path / name
        place.parent.mkdir(exist_ok=True)
        before = place.stat().st_mtime_ns if place.exists() else 1_000_000_000 * 10**9
        place.write_text(text)
        os.utime(place, ns=(before + 10**9, before + 10**9))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Folder:
    monkeypatch.setenv("PITFALLS_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "code").mkdir()
    monkeypatch.chdir(tmp_path / "code")
    made = Folder(tmp_path / "code", capsys, monkeypatch)
    for name, text in {"main.py": MAIN, "helpers.py": SLOW, "other.py": OTHER, "clean.py": "x = 1\n"}.items():
        made.write(name, text)
    return made


ALL = ["clean.py", "helpers.py", "main.py", "other.py"]


def test_the_second_run_says_the_same_and_judges_nothing(folder: Folder) -> None:
    first = folder.run()
    assert first.judged == ALL
    assert "PIT302" in first.out
    assert "PIT201" in first.out
    second = folder.run()
    assert (second.status, second.out, second.judged) == (first.status, first.out, [])


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "github", "gitlab"])
def test_every_report_is_the_same(folder: Folder, form: str) -> None:
    first = folder.run("--check", "--output-format", form, ".")
    second = folder.run("--check", "--output-format", form, ".")
    assert (second.out, second.judged) == (first.out, [])


def test_an_edit_refreshes_what_it_touches_and_nothing_else(folder: Folder) -> None:
    folder.run()
    folder.write("helpers.py", QUICK)
    seen = folder.run()
    assert "PIT302" not in seen.out
    assert seen.judged == ["helpers.py", "main.py"]
    folder.write("other.py", OTHER + "\n")
    assert folder.run().judged == ["other.py"]


def test_a_file_that_was_only_touched_is_not_judged_again(folder: Folder) -> None:
    folder.run()
    os.utime(folder.path / "other.py", ns=(2 * 10**18, 2 * 10**18))
    assert folder.run().judged == []
    assert folder.run().judged == []


def test_an_edit_that_keeps_the_size_is_seen(folder: Folder) -> None:
    folder.run()
    folder.write("other.py", OTHER.replace("is 3000", "== 300"))
    seen = folder.run()
    assert seen.judged == ["other.py"]
    assert "PIT201" not in seen.out


def test_an_edit_of_just_now_is_seen_though_its_time_is_the_same(folder: Folder) -> None:
    (folder.path / "other.py").write_text(OTHER)
    now = (folder.path / "other.py").stat().st_mtime_ns
    folder.run()
    (folder.path / "other.py").write_text(OTHER.replace("is 3000", "== 300"))
    os.utime(folder.path / "other.py", ns=(now, now))
    assert "PIT201" not in folder.run().out


def test_a_new_module_is_seen_by_those_that_looked_for_it(folder: Folder) -> None:
    (folder.path / "helpers.py").unlink()
    assert "PIT302" not in folder.run().out
    folder.write("helpers.py", SLOW)
    seen = folder.run()
    assert "PIT302" in seen.out
    assert seen.judged == ["helpers.py", "main.py"]


def test_a_new_importer_is_seen(folder: Folder) -> None:
    text = "import threading\n\nworker = threading.Thread(target=print)\n"
    folder.write("keeper.py", text)
    first = folder.run()
    folder.write("starter.py", "import keeper\n\nkeeper.worker.start()\n")
    second = folder.run()
    assert "keeper.py" in second.judged
    assert ("PIT308" in first.out, "PIT308" in second.out) == (True, False)
    assert "other.py" not in second.judged


def test_options_decide_too(folder: Folder) -> None:
    folder.run()
    assert folder.run("--check", "--ignore", "PIT2", ".").judged == ALL
    assert folder.run("--check", "--offloading-decorators", "a.b", ".").judged == ALL


def test_clean_files_are_known_to_a_fixing_run(folder: Folder) -> None:
    folder.run()
    assert folder.run("--select", "PIT201", ".").judged == ALL
    assert "==" in (folder.path / "other.py").read_text()
    assert folder.run("--select", "PIT201", ".").judged == ["other.py"]
    assert folder.run("--select", "PIT201", ".").judged == []


def test_it_can_be_turned_off_and_cleared(folder: Folder) -> None:
    cache = folder.path.parent / "cache"
    assert folder.run("--check", "--no-cache", ".").judged == ALL
    assert not cache.exists()
    folder.run()
    kept = cache / "files" / "mine.txt"
    kept.write_text("not ours")
    assert folder.run("--clear-cache").judged == []
    assert [one.name for one in (cache / "files").iterdir()] == ["mine.txt"]
    assert folder.run().judged == ALL


def test_a_setting_turns_it_off(folder: Folder) -> None:
    folder.write("pyproject.toml", "[tool.flake8-pitfalls]\ncache = false\n")
    for _ in range(2):
        folder.judged.clear()
        cli.main(["--check", "-q", "-j", "1", "."])
        assert sorted(folder.judged) == ALL
    assert not (folder.path.parent / "cache").exists()


@pytest.mark.parametrize("damage", ["empty", "torn", "foreign", "turned"])
def test_a_torn_or_foreign_memory_is_none(folder: Folder, damage: str) -> None:
    first = folder.run()
    (place,) = (folder.path.parent / "cache" / "files").iterdir()
    data = place.read_bytes()
    place.write_bytes(
        {"empty": b"", "torn": data[: len(data) // 2], "foreign": b"\xff\xfe{}", "turned": data.replace(b"PIT302", b"PIT303")}[damage]
    )
    seen = folder.run()
    assert (seen.out, seen.judged) == (first.out, ALL)


def test_a_memory_that_cannot_be_written_is_no_matter(folder: Folder) -> None:
    (folder.path.parent / "cache").write_text("a file stands in its way")
    assert "PIT302" in folder.run().out
    assert folder.run().judged == ALL


def test_what_cannot_be_parsed_or_decoded_is_remembered_too(folder: Folder) -> None:
    folder.write("broken.py", "def f(:\n")
    (folder.path / "latin.py").write_bytes(b"x = '\xe9'\n")
    os.utime(folder.path / "latin.py", ns=(10**18, 10**18))
    status = cli.main(["--isolated", "--check", "."])
    first = folder.capsys.readouterr()
    folder.judged.clear()
    assert cli.main(["--isolated", "--check", "."]) == status == 2
    assert folder.capsys.readouterr() == first
    assert folder.judged == []


def test_processes_and_runs_at_once_share_it(tmp_path: Path) -> None:
    code = tmp_path / "code"
    code.mkdir()
    for number in range(30):
        (code / f"m{number:02}.py").write_text(MAIN.replace("helpers", f"m{(number + 1) % 30:02}") + SLOW + OTHER)
    environment = {**os.environ, "PITFALLS_CACHE_DIR": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "flake8_pitfalls", "--isolated", "--check", "-j", "2", "."]
    runs = [subprocess.Popen(command, cwd=code, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    said = {run.communicate() for run in runs}
    assert len(said) == 1
    assert subprocess.run(command, cwd=code, env=environment, capture_output=True, check=False).stdout == next(iter(said))[0]
    shutil.rmtree(tmp_path / "cache")


def test_questions_that_nothing_rests_on_are_dropped() -> None:
    kept = Answers([], {})
    numbers = [kept.number("exists", f"m{count}.py", False) for count in range(2000)]
    assert numbers == list(range(2000)) == [kept.number("exists", f"m{count}.py", False) for count in range(2000)]
    kept.grow("one", [("exists", "m7.py", False), ("exists", "m1999.py", False)])
    lines = ["a.py\t1\t2\td\tk\t3,1998\t", "b.py\t1\t2\td\tk\t\t", "c.py\t1\t2\td\tk\t7,-4,x\t", "torn"]
    assert kept.tidied(lines) == ["a.py\t1\t2\td\tk\t0,2\t", "b.py\t1\t2\td\tk\t\t", "c.py\t1\t2\td\tk\t1,?,?\t"]
    assert [row[1] for row in kept.rows] == ["m3.py", "m7.py", "m1998.py", "m1999.py"]
    assert kept.groups == {"one": [1, 3]}
    assert kept.hold("0,2")
    assert kept.group_holds("one", 2)


@pytest.mark.parametrize("read", [[], {"asked": [["exists", []]], "groups": {}}, {"asked": [], "groups": {"one": [0]}}, {"asked": 3}])
def test_foreign_questions_are_not_read(read: object) -> None:
    with pytest.raises((LookupError, TypeError, ValueError)):
        Answers.of(read)
