"""Files: which ones, with what settings, in which process, and written whole or not at all."""

from __future__ import annotations

import multiprocessing
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flake8_pitfalls import rules
from flake8_pitfalls.model import Level, Rule, Safety
from flake8_pitfalls.running import pool, write
from flake8_pitfalls.running.config import Choice, ConfigError
from flake8_pitfalls.running.discover import Exclude, Missing, files
from flake8_pitfalls.running.pyproject import Configs

POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX files")
PITFALL = "def f(x):\n    return x is 257\n"
REPAIRED = PITFALL.replace(" is ", " == ")
CODES = ("PIT101", "PIT105", "PIT201")


def tree(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PITFALL)


def found(*paths: Path | str, exclude: Exclude | None = None) -> list[str]:
    return [str(one.path).replace(os.sep, "/") for one in files(map(str, paths), exclude or Exclude())]


# Which files


def test_folders_are_walked_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(
        tmp_path,
        "b.py",
        "a/z.py",
        "a/y.ipynb",
        "a/.ipynb_checkpoints/y-checkpoint.ipynb",
        "a/z.pyi",
        "c.txt",
        ".venv/x.py",
        "env/pyvenv.cfg",
        "env/lib/x.py",
        "__pycache__/a.py",
        "node_modules/p.py",
        "d.py/e.py",
    )
    monkeypatch.chdir(tmp_path)
    assert found(".") == ["b.py", "a/y.ipynb", "a/z.py", "d.py/e.py"], "no stubs"
    assert found("a", "b.py", "./b.py", "a/z.py") == ["a/y.ipynb", "a/z.py", "b.py"]
    assert found("c.txt", "env/lib/x.py") == ["c.txt", "env/lib/x.py"], "what is named is taken"


def test_gitignore_is_honoured_down_the_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "r/keep.py", "r/gone.py", "r/sub/gone.py", "r/sub/back.py", "r/out/x.py", "r/sub/deep/only.py")
    (tmp_path / "r/.git").mkdir()
    (tmp_path / ".gitignore").write_text("*.py\n")  # above the repository
    (tmp_path / "r/.gitignore").write_text("gone.py\nback.py\n/out/\n")
    (tmp_path / "r/sub/.gitignore").write_text("!back.py\ndeep\n[\n")
    monkeypatch.chdir(tmp_path)
    assert found("r") == ["r/keep.py", "r/sub/back.py"]
    assert found("r/sub") == ["r/sub/back.py"]
    assert len(found("r", exclude=Exclude(gitignore=False))) == 6


def test_excluded_patterns_hold_for_named_files_only_where_forced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "src/a.py", "src/gen/b.py", "src/gen/keep.py", "build/c.py")
    monkeypatch.chdir(tmp_path)
    exclude = Exclude(("build", "src/gen/*", "!src/gen/keep.py"))
    assert found(".", exclude=exclude) == ["src/a.py", "src/gen/keep.py"]
    named = ["build/c.py", "src/gen/b.py", "src/a.py"]
    assert found(*named, exclude=exclude) == named
    assert found(*named, exclude=exclude._replace(force=True)) == ["src/a.py"]


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    assert [type(one) for one in files([str(tmp_path / "none.py"), "nul\0.py"], Exclude())] == [Missing, Missing]


@POSIX
def test_links_pipes_and_loops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "in/a.py", "out/secret.py")
    os.symlink("..", tmp_path / "in/loop")
    os.symlink("../out/secret.py", tmp_path / "in/leads_out.py")
    os.symlink("a.py", tmp_path / "in/same.py")
    os.symlink("nowhere", tmp_path / "in/dangling.py")
    os.mkfifo(tmp_path / "in/pipe.py")
    monkeypatch.chdir(tmp_path)
    assert found("in") == ["in/a.py"], "a file is judged once, whatever its names"
    assert found("in/leads_out.py") == ["in/leads_out.py"], "a link that is named is followed"
    assert isinstance(next(iter(files(["in/pipe.py"], Exclude()))), Missing)


# Settings


def test_the_nearest_table_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "a.py", "sub/b.py", "sub/plain/c.py")
    (tmp_path / "pyproject.toml").write_text('[tool.flake8-pitfalls]\nselect = ["PIT2"]\nextend-ignore = ["PIT101"]\n')
    (tmp_path / "sub/pyproject.toml").write_text("[tool.flake8-pitfalls]\nunsafe-fixes = true\n")
    (tmp_path / "sub/plain/pyproject.toml").write_text("[tool.other]\n# flake8-pitfalls\n")
    monkeypatch.chdir(tmp_path)
    configs = Configs({}, CODES)
    assert configs.of("a.py").choice.select == ("PIT2",)
    assert configs.of("sub/b.py").choice.select == ()
    assert configs.of("sub/plain/c.py").values == {"unsafe-fixes": True}
    assert configs.of("sub/not_there_yet.py").values == {"unsafe-fixes": True}
    given = Configs({"select": ["PIT101"], "extend-ignore": ["PIT201"]}, CODES).of("a.py")
    assert given.choice == Choice(("PIT101",), (), (), ("PIT101", "PIT201"))
    assert Configs({}, CODES, isolated=True).of("a.py").values == {}
    assert Configs({}, CODES, only="sub/pyproject.toml").of("a.py").values == {"unsafe-fixes": True}


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ('selekt = ["PIT2"]', "'select'"),
        ('select = "PIT2"', "a list of strings"),
        ('select = ["PIT9"]', "PIT9"),
        ('select = [""]', "''"),
        ("unsafe-fixes = 1", "true or false"),
        ("module-limit = -1", "a number"),
        ('pandas-version = "new"', "pandas-version"),
        ('green-runner = "gunicorn"', "gevent, eventlet"),
        ('target-version = "2.7"', "py311"),
        ('per-file-ignores = {"a" = ["E501"]}', "E501"),
        ("select = [", "is no TOML"),
    ],
)
def test_wrong_settings_are_named(table: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.flake8-pitfalls]\n{table}\n")
    with pytest.raises(ConfigError, match=says) as error:
        Configs({}, CODES).of(str(tmp_path / "a.py"))
    assert "pyproject.toml" in str(error.value)


def test_per_file_ignores(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.flake8-pitfalls.per-file-ignores]\n"tests/**" = ["PIT2"]\n"*.pyi" = ["ALL"]\n')
    every = [a_rule(code) for code in CODES]
    config = Configs({}, CODES).of(str(tmp_path / "a.py"))
    assert config.codes(str(tmp_path / "a.py"), every) == CODES
    assert config.codes(str(tmp_path / "tests/deep/a.py"), every) == ("PIT101", "PIT105")
    assert config.codes(str(tmp_path / "src/a.pyi"), every) == ()


def a_rule(code: str, default: bool = True) -> Rule:
    return Rule(code, code.lower(), Level.ERROR, default, (), (), None, None, lambda node, module: iter(()))


@pytest.mark.parametrize(
    ("choice", "taken"),
    [
        (Choice(), "101 201"),
        (Choice(select=("PIT",)), "101 201"),
        (Choice(select=("ALL",)), "101 105 201"),
        (Choice(select=("PIT1",)), "101 105"),
        (Choice(extend_select=("PIT105",)), "101 105 201"),
        (Choice(extend_select=("PIT",)), "101 201"),
        (Choice(ignore=("PIT1",)), "201"),
        (Choice(ignore=("PIT1",), extend_select=("PIT105",)), "105 201"),
        (Choice(select=("PIT1",), ignore=("PIT101",)), "105"),
        (Choice(select=("PIT101",), ignore=("PIT1",)), "101"),
        (Choice(select=("ALL",), ignore=("PIT",)), ""),
        (Choice(select=("PIT201",), ignore=("ALL",)), "201"),
    ],
)
def test_choice_of_codes(choice: Choice, taken: str) -> None:
    every = [a_rule("PIT101"), a_rule("PIT105", default=False), a_rule("PIT201")]
    assert [rule.code for rule in every if choice.takes(rule)] == [f"PIT{code}" for code in taken.split()]


def test_policy_of_settings() -> None:
    every = [a_rule(code) for code in CODES]
    config = Configs({"fixable": ["PIT1"], "unfixable": ["PIT105"], "extend-unsafe-fixes": ["PIT101"]}, CODES, isolated=True).of("a.py")
    policy = config.policy(every)
    assert policy.unfixable == {"PIT105", "PIT201"}
    assert dict(policy.safety) == {"PIT101": Safety.UNSAFE}


# Processes


def double(number: int) -> int:
    return number * 2


def die_at_7(number: int) -> int:
    if number == 7:
        os._exit(3)
    return number


@pytest.mark.parametrize("processes", [0, 1, 2])
def test_results_come_in_order(processes: int) -> None:
    assert list(pool.over(range(60), double, double, processes)) == [2 * n for n in range(60)]


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_processes_may_be_started_in_any_way(method: str) -> None:
    sizes = [pool.LARGEST + 1 if number in (11, 37) else 20_000 for number in range(40)]
    assert list(pool.over(range(40), double, double, 2, sizes, method)) == [2 * n for n in range(40)]


def test_few_bytes_are_worth_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "processors", lambda: 8)
    enough = pool.ENOUGH["fork"]
    crew = pool.Crew(method="fork")
    assert [crew.worth(50, size) for size in (enough, 2 * enough - 1, 2 * enough, 5 * enough, 100 * enough)] == [1, 1, 2, 5, 8]
    assert pool.Crew(method="spawn").worth(50, 5 * enough) == 1, "one that loads everything first is worth more bytes"
    assert crew.worth(1, 100 * enough) == 1
    assert pool.Crew(3).worth(50, 10) == 3


def test_processes_are_up_before_the_walk_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "processors", lambda: 2)
    crew = pool.Crew(method="fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
    crew.expect(crew.enough())
    assert crew.pool is None
    crew.expect(crew.enough())
    assert crew.pool is not None
    assert list(crew.over(range(60), double, double, [10_000] * 60)) == [2 * n for n in range(60)]
    assert crew.pool is None


def test_large_files_go_first_and_chunks_are_equal() -> None:
    sizes = [10, 10, 900, 10, 30, 5, 1000, 10]
    assert pool.chunks(sizes, 1) == [[6], [2], [0, 1, 3, 4, 5, 7]]
    assert pool.chunks([100] * 32, 2) == [[2 * n, 2 * n + 1] for n in range(16)]
    assert pool.chunks([], 2) == []


def test_a_file_that_kills_its_process_is_one_result() -> None:
    assert list(pool.over(range(40), die_at_7, lambda number: -number, 2)) == [-n if n == 7 else n for n in range(40)]


# Writing


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write.replace(str(path), b"old", b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640 or os.name != "posix"
    assert os.listdir(tmp_path) == ["a.py"]


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"edited")
    with pytest.raises(write.Changed):
        write.replace(str(path), b"old", b"new")
    assert path.read_bytes() == b"edited"
    assert os.listdir(tmp_path) == ["a.py"]


def test_a_file_that_vanished_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="such"):
        write.replace(str(tmp_path / "a.py"), b"old", b"new")
    assert os.listdir(tmp_path) == []


@POSIX
def test_links_stay_links(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"old")
    os.symlink("a.py", tmp_path / "soft.py")
    os.link(tmp_path / "a.py", tmp_path / "hard.py")
    write.replace(str(tmp_path / "soft.py"), b"old", b"newer")
    assert (tmp_path / "soft.py").is_symlink()
    assert (tmp_path / "hard.py").read_bytes() == b"newer"
    assert (tmp_path / "hard.py").stat().st_ino == (tmp_path / "a.py").stat().st_ino
    assert sorted(os.listdir(tmp_path)) == ["a.py", "hard.py", "soft.py"]


@POSIX
def test_a_name_that_leaves_no_room_beside_it(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 252 + ".py")
    path.write_bytes(b"old")
    write.replace(str(path), b"old", b"new")
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.parametrize(("old", "new"), [(b"a" * 9 + b"bcd", b"a" * 7), (b"abcdef", b"abXYefgh"), (b"abc", b""), (b"", b"abc")])
def test_a_torn_file_is_restored_and_an_edited_one_is_not(old: bytes, new: bytes, tmp_path: Path) -> None:
    """Every state that writing in place passes through is mended by the next run; what the owner wrote since stays."""
    path = tmp_path / "a.py"
    for written in range(len(new) + 1):
        state = new[:written] + old[written:]
        path.write_bytes(state)
        backup = write.keep(str(path.resolve()), old, new)
        write.restore(str(path))
        assert path.read_bytes() == (state if state == new else old)
        assert not os.path.exists(backup)
    path.write_bytes(b"the owner's own words")
    backup = write.keep(str(path.resolve()), old, new)
    assert not write.restore(str(path))
    assert path.read_bytes() == b"the owner's own words"
    assert not os.path.exists(backup)


@POSIX
@pytest.mark.parametrize(
    "content", [b"", b"pitfalls-backup 1\n", b"pitfalls-backup 1\n3 3\nabc", b"pitfalls-backup 1\n-1 4\nabc", b"x" * 100]
)
def test_a_backup_that_is_not_whole_restores_nothing(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"abc")
    (tmp_path / ".a.py.pitfalls-backup").write_bytes(content)
    assert not write.restore(str(path))
    assert path.read_bytes() == b"abc"


@POSIX
def test_a_backup_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "a.py", tmp_path / "elsewhere"
    path.write_bytes(b"xbc")
    elsewhere.write_bytes(write.MAGIC + b"3 3\nabcxyz")
    os.symlink(elsewhere, tmp_path / ".a.py.pitfalls-backup")
    write.restore(str(path))
    assert path.read_bytes() == b"xbc"
    assert elsewhere.exists()


LOOP = """
import sys
from flake8_pitfalls.running import write
path, old, new = sys.argv[1], b"a = 1\\n" * 200_000, b"bb = 2\\n" * 200_000
print("ready", flush=True)
while True:
    write.restore(path)
    write.replace(path, old, new)
    write.replace(path, new, old)
"""


@POSIX
@pytest.mark.parametrize("links", [1, 2])
def test_killed_at_any_moment_a_file_is_whole(links: int, tmp_path: Path) -> None:
    """kill -9 in a loop; with hard links, where it is written in place, the next run makes it whole."""
    path, old, new = tmp_path / "a.py", b"a = 1\n" * 200_000, b"bb = 2\n" * 200_000
    path.write_bytes(old)
    if links == 2:
        os.link(path, tmp_path / "b.py")
    for turn in range(12):
        with subprocess.Popen([sys.executable, "-c", LOOP, str(path)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.02 + turn * 0.013)
            process.send_signal(signal.SIGKILL)
        now = path.read_bytes()
        if links == 1:
            assert now in (old, new)
        write.restore(str(path))
        now = path.read_bytes()
        assert now in (old, new)
        path.write_bytes(old)
    write.sweep.cache_clear()
    write.replace(str(path), old, new)
    assert sorted(os.listdir(tmp_path)) == ["a.py", "b.py"][:links], "no litter"


def test_rules_load_in_the_order_of_their_codes() -> None:
    codes = list(rules.load())
    assert codes == sorted(codes)


@POSIX
def test_pipes_with_the_names_of_files_are_not_waited_for(tmp_path: Path) -> None:
    """Settings, ignore files and the modules around a file are read too; a pipe among them would be waited for without end."""
    tree(tmp_path, "a.py")
    (tmp_path / "a.py").write_text(
        "import b\nfrom concurrent.futures import ThreadPoolExecutor\n\nPOOL = ThreadPoolExecutor()\nJOB = POOL.submit(b.run)\n"
    )
    for name in ("pipe.py", "b.py", ".gitignore", "pyproject.toml"):
        os.mkfifo(tmp_path / name)
    command = [sys.executable, "-m", "flake8_pitfalls", "--check", "--select", "ALL", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert "PIT306" in done.stdout
    assert done.returncode == 1


def test_settings_that_are_nested_without_end_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("# flake8-pitfalls\na = " + "[" * 100_000)
    with pytest.raises(ConfigError):
        Configs({}, CODES).of(str(tmp_path / "a.py"))
