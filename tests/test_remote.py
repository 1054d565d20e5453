"""Files judged by workers that do not see them: the result is the one of this machine, whatever becomes of the workers."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import cases
import pytest
from commands import fix

from flake8_pitfalls import rules
from flake8_pitfalls.running import answering, mirror, remembering, remote, shipping
from flake8_pitfalls.running import file as one_file
from flake8_pitfalls.running.config import ConfigError
from flake8_pitfalls.running.mirror import BELOW, FILE, FOLDER, LIST, TEXT

CODES = tuple(rule.code for rule in rules.load().values() if rule.default)
HAS_DASK = importlib.util.find_spec("distributed") is not None and sys.platform != "win32"


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with programs of several modules, each in a folder of its own."""
    root = tmp_path_factory.mktemp("programs")
    for case in cases.cases():
        if len(case.files) > 1 and case.code in ("PIT302", "PIT303", "PIT315"):
            for name, text in case.files.items():
                path = root / case.code / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode())
    return root


class Direct(Executor):
    """Does the work when it is handed over; on a machine where looking at a file of the user's fails, so that nothing is read there."""

    def __init__(self, spoil: Callable[[int], None] = lambda number: None) -> None:
        self.spoil = spoil
        self.batches: list[shipping.Batch] = []

    def submit(self, work: Any, batch: Any, /) -> Any:  # type: ignore[override]
        future: Future[shipping.Answer] = Future()
        self.batches.append(batch)
        try:
            self.spoil(len(self.batches))
            with Elsewhere():
                future.set_result(work(batch))
        except Exception as error:
            future.set_exception(error)
        return future


class Elsewhere:
    """No file of the folder that we are in can be looked at."""

    def __enter__(self) -> None:
        self.here, self.patch = os.getcwd(), pytest.MonkeyPatch()
        for module, name in ((os, "stat"), (os, "scandir"), (os, "listdir"), (os, "getcwd"), (os.path, "isfile"), (os.path, "isdir")):
            self.patch.setattr(module, name, self.refused(getattr(module, name)))
        self.patch.setattr("builtins.open", self.refused(open))

    def refused(self, look: Callable[..., Any]) -> Callable[..., Any]:
        def asked(*given: Any, **named: Any) -> Any:
            if not given or (isinstance(given[0], (str, os.PathLike)) and os.path.join(self.here, given[0]).startswith(self.here)):
                raise AssertionError(f"a worker looks at {given}")
            return look(*given, **named)

        return asked

    def __exit__(self, *_: object) -> None:
        self.patch.undo()


def tasks(root: Path, do: str = one_file.CHECK) -> list[one_file.Task]:
    return [one_file.Task(str(path.relative_to(root)), CODES, do=do) for path in sorted(root.rglob("*.py"))]


def run(found: list[one_file.Task], executor: Executor, processes: int = 1) -> tuple[remote.Run, list[remembering.Judged]]:
    made = remote.Run(found, executor, lambda: processes)
    return made, [remembering.written(task, one) for task, one in zip(found, made.results(), strict=True)]


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def said(judged: list[remembering.Judged]) -> list[Any]:
    return [(one.outcome.path, one.outcome.verdicts, one.outcome.errors) for one in judged]


@pytest.fixture
def inside(programs: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(programs)
    yield programs
    shipping._MIRRORS.clear()


@pytest.fixture(scope="module")
def judged_here(programs: Path) -> list[Any]:
    here = os.getcwd()
    os.chdir(programs)
    try:
        return said([remembering.unwritten(task) for task in tasks(programs)])
    finally:
        os.chdir(here)


def test_workers_that_see_no_file_say_the_same(inside: Path, judged_here: list[Any]) -> None:
    made, judged = run(tasks(inside), Direct())
    assert said(judged) == judged_here
    assert sum(len(verdicts) for _, verdicts, _ in judged_here) > 30
    assert set(made.count.rounds) == {1}, "a small project is told whole"


def test_what_is_not_told_is_asked_for(inside: Path, judged_here: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "PROJECT", 0)
    monkeypatch.setattr(answering, "FIRST", 3)
    made, judged = run(tasks(inside), Direct())
    assert said(judged) == judged_here
    assert 2 <= max(made.count.rounds) <= 8


def test_a_worker_that_forgets_asks_again(inside: Path, judged_here: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mirror, "MOST", 2_000)
    monkeypatch.setattr(mirror, "MOST_ANSWERS", 5)
    monkeypatch.setattr(remote, "EACH_FILE", remote.SMALL // 5)
    _, judged = run(tasks(inside), Direct())
    assert said(judged) == judged_here


def test_what_every_worker_knows_is_told_once(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "EACH_FILE", remote.SMALL // 5)
    monkeypatch.setattr(remote, "EACH", 1)
    executor = Direct()
    run(tasks(inside), executor)
    told = [question for batch in executor.batches for question in batch.told if question[0] == TEXT]
    assert len(told) == len(set(told)) > 50


@pytest.mark.parametrize("broken", [{1}, {2, 3}, set(range(1, 1000))])
def test_what_is_lost_is_judged_here(broken: set[int], inside: Path, judged_here: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(number: int) -> None:
        if number in broken:
            raise ConnectionError("the worker is gone")

    monkeypatch.setattr(remote, "EACH_FILE", remote.SMALL // 60)
    made, judged = run(tasks(inside), Direct(spoil))
    assert said(judged) == judged_here
    assert made.count.here and made.count.why == "ConnectionError: the worker is gone"


def test_only_this_machine_writes(programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("here", "away"):
        for path in programs.rglob("*.py"):
            target = tmp_path / name / path.relative_to(programs)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    fix("--isolated", "--no-cache", "-j1", ".", cwd=tmp_path / "here")
    monkeypatch.chdir(tmp_path / "away")
    run(tasks(tmp_path / "away", one_file.WRITE), Direct())
    here, away = contents(tmp_path / "here"), contents(tmp_path / "away")
    assert here == away
    assert here != {name: data.replace(b"\n", b"\r\n") for name, data in contents(programs).items()}


def test_a_file_that_someone_else_writes_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.py"
    path.write_text("x = 1\nprint(x is 257)\n")
    monkeypatch.chdir(tmp_path)
    _, (judged,) = run(tasks(tmp_path, one_file.WRITE), Direct(lambda number: path.write_text("mine = 1\n") and None))
    assert judged.outcome.errors == ("not written: it was changed by someone else meanwhile",)
    assert path.read_text() == "mine = 1\n"


def test_a_worker_with_another_program_is_refused(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "program", lambda: "flake8-pitfalls 0")
    with pytest.raises(ConfigError, match=r"otherwise than this machine: it has flake8-pitfalls \d.*; here is flake8-pitfalls 0"):
        run(tasks(inside), Direct())


def test_files_that_cannot_be_read_keep_their_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.py").write_text("print(x is 257)\n")
    monkeypatch.chdir(tmp_path)
    found = [one_file.Task(name, CODES) for name in ("a.py", "b.py", "c.py")]
    _, judged = run(found, Direct())
    assert [(one.outcome.path, len(one.outcome.verdicts), len(one.outcome.errors)) for one in judged] == [
        ("a.py", 0, 1),
        ("b.py", 1, 0),
        ("c.py", 0, 1),
    ]


def test_what_a_mirror_makes_of_folders() -> None:
    made = mirror.Mirror(mirror.Here("run", "/home", "/lib"))
    made.learn({(LIST, "/home"): ({"a.py": FILE, "pkg": FOLDER}, True), (LIST, "/mac"): ({"A.py": FILE}, False)})
    assert made.answer("exists", "a.py") and made.answer("exists", "/home/x/../a.py") and not made.answer("exists", "/home/pkg")
    assert made.answer("is_folder", "/home/pkg") and not made.answer("exists", "/home/no/such/file.py")
    assert made.answer("stamp", "/home/none.py") is None
    assert not made.lacking
    made.answer("exists", "/mac/a.py")
    made.answer("names", "/home/pkg")
    made.text("/home/a.py")
    list(made.below("/home"))
    assert list(made.lacking) == [("kind", "/mac/a.py"), (LIST, "/home/pkg"), (TEXT, "/home/a.py"), (BELOW, "/home")]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--executor", "dask"], "--executor dask and --scheduler ADDRESS go together"),
        (["--scheduler", "tcp://host:1"], "--executor dask and --scheduler ADDRESS go together"),
        (["--executor", "dask", "--scheduler", "tcp://host:1", "-j2"], "--interactive and --jobs are for this machine"),
        (["--executor", "dask", "--scheduler", "here"], "--scheduler here: is no address; it looks like tcp://host:8786"),
    ],
)
def test_options_that_do_not_go_together(words: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.py").write_text("")
    ran = fix(*words, "a.py", cwd=tmp_path)
    assert ran.returncode == 2
    assert says in ran.stderr.decode() and ran.stderr.count(b"\n") == 1


def test_without_dask_the_error_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.py").write_text("")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    ran = fix("--executor", "dask", "--scheduler", "tcp://127.0.0.1:1", "a.py", cwd=tmp_path)
    assert (ran.returncode, ran.stderr.decode()) == (
        2,
        "pitfalls-fix: error: --executor dask needs Dask: pip install 'flake8-pitfalls[dask]'\n",
    )


def on_cluster(what: str, folder: Path) -> Any:
    """A run on a real cluster, in a process of its own."""
    script = Path(__file__).with_name("cluster.py")
    environment = {**os.environ, "PYTHONPATH": str(script.parent)}
    done = subprocess.run([sys.executable, script, what, folder], env=environment, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.skipif(not HAS_DASK, reason="Dask is not there")
@pytest.mark.parametrize("what", ["check", "fix"])
def test_on_a_cluster(what: str, programs: Path, tmp_path: Path) -> None:
    for name in ("here", "away"):
        for path in programs.rglob("*.py"):
            target = tmp_path / name / path.relative_to(programs)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    words = ["--check", "--output-format", "json"] if what == "check" else ["--unsafe-fixes"]
    here = fix("--isolated", "--no-cache", "-j1", *words, ".", cwd=tmp_path / "here")
    away = on_cluster(what, tmp_path / "away")
    assert away["workers"] == [[[], "/"], [[], "/"]], "where they stand, and what they looked at"
    told = [text.replace(f"{tmp_path / 'away'}", f"{tmp_path / 'here'}") for text in (away["out"], away["err"])]
    assert (away["status"], *told) == (here.returncode, here.stdout.decode(), here.stderr.decode())
    assert contents(tmp_path / "here") == contents(tmp_path / "away")


@pytest.mark.skipif(not HAS_DASK, reason="Dask is not there")
@pytest.mark.parametrize("what", ["kill", "leave"])
def test_a_worker_or_a_cluster_that_is_killed_loses_nothing(what: str, programs: Path, inside: Path) -> None:
    away = on_cluster(what, programs)
    here = [remembering.unwritten(task).outcome for task in tasks(inside)]
    expected = sorted([f"./{one.path}", [[seen.finding.code, seen.finding.line] for seen in one.verdicts]] for one in here)
    assert sorted(away["found"]) == expected
    assert (away["here"] > 0) is bool(away["said"])
    if what == "leave":
        assert away["here"] > 0


def test_what_workers_find_is_remembered(inside: Path, tmp_path: Path) -> None:
    found = tasks(inside)
    memory = remembering.Memory(str(tmp_path))
    _, judged = run(found, Direct())
    outcomes = {task.path: memory.put(task, one) for task, one in zip(found, judged, strict=True)}
    memory.save()
    again = remembering.Memory(str(tmp_path))
    known = {task.path: outcome for task in found if (outcome := again.get(task)) is not None}
    assert len(known) > len(found) / 4
    assert all(outcome.verdicts == outcomes[path].verdicts for path, outcome in known.items())
    changed = next(path for path, outcome in known.items() if not outcome.verdicts)
    before = (inside / changed).read_bytes()
    (inside / changed).write_bytes(before + b"\nprint(len([]) is 257)\n")
    assert remembering.Memory(str(tmp_path)).get(next(task for task in found if task.path == changed)) is None
    (inside / changed).write_bytes(before)
