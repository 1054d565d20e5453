"""The doors as people use them: flake8, `pitfalls-fix`, the API, the codemods, pre-commit."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest

import flake8_pitfalls
from flake8_pitfalls import rules
from flake8_pitfalls.doors import cli

ROOT = Path(__file__).parents[1]
PITFALL = "def f(x):\n    return x is 257\n"
REPAIRED = PITFALL.replace(" is ", " == ")
# PIT101 safe, PIT105 off by default, PIT201 safe
BOTH = 'import re\n\n\ndef f(x, key: str):\n    re.search(rf"^{key}\\d{6}$", "")\n    return x is 257\n'
UNSAFE = "def f(a, b, c):\n    return a == b in c\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX")


def run(
    *command: str | Path, cwd: Path, stdin: bytes | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    full = {**os.environ, "PYTHONUTF8": "0", **(env or {})}
    return subprocess.run([str(part) for part in command], cwd=cwd, input=stdin, capture_output=True, check=False, env=full)


def flake8(*arguments: str | Path, cwd: Path, stdin: bytes | None = None) -> list[str]:
    """The codes and places that the command prints."""
    ran = run(sys.executable, "-m", "flake8", "-j1", "--format=%(path)s:%(row)d:%(col)d %(code)s", *arguments, cwd=cwd, stdin=stdin)
    assert not ran.stderr, ran.stderr.decode()
    assert ran.returncode in (0, 1)
    return ran.stdout.decode().splitlines()


def codes(rows: Sequence[str]) -> list[str]:
    return [row.split()[-1] for row in rows if "PIT" in row]


def fix(
    *arguments: str | Path, cwd: Path, stdin: bytes | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    ran = run(sys.executable, "-m", "flake8_pitfalls", *arguments, cwd=cwd, stdin=stdin, env=env)
    assert b"Traceback" not in ran.stderr, ran.stderr.decode()
    return ran


# flake8


@pytest.mark.parametrize(
    ("arguments", "config", "shown"),
    [
        ([], "", "PIT101 PIT201"),
        (["--select", "PIT"], "", "PIT101 PIT201"),
        (["--select", "E,PIT2"], "", "PIT201"),
        (["--ignore", "E501"], "", "PIT101 PIT201"),
        ([], "[flake8]\nignore = E501\n", "PIT101 PIT201"),
        ([], "[flake8]\nextend-ignore = PIT101\n", "PIT201"),
        (["--extend-select", "PIT105"], "", "PIT101 PIT105 PIT201"),
        (["--extend-select", "PIT1"], "", "PIT101 PIT105 PIT201"),
        (["--select", "PIT105"], "", "PIT105"),
        (["--select", "PIT105"], "[flake8]\nignore = E501\n", "PIT105"),
        ([], "[flake8]\nextend-select = PIT105\n", "PIT101 PIT105 PIT201"),
        (["--pitfalls-all"], "", "PIT101 PIT105 PIT201"),
        (["--select", "PIT", "--pitfalls-all"], "", "PIT101 PIT105 PIT201"),
        ([], "[flake8]\npitfalls-all = true\nignore = E501\n", "PIT101 PIT105 PIT201"),
        (["--extend-select", "PIT105", "--ignore", "PIT2"], "", "PIT101 PIT105"),
        ([], "[flake8]\nper-file-ignores = a.py: PIT201\n", "PIT101"),
        (["--disable-noqa", "--select", "PIT2"], "", "PIT201"),
    ],
)
def test_codes_that_flake8_shows(arguments: list[str], config: str, shown: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(BOTH)
    (tmp_path / "setup.cfg").write_text(config)
    assert sorted(codes(flake8(*arguments, "a.py", cwd=tmp_path))) == shown.split()


def test_flake8_on_standard_input(tmp_path: Path) -> None:
    (tmp_path / "setup.cfg").write_text("[flake8]\nper-file-ignores = shown.py: PIT101\n")
    rows = flake8("--select=PIT", "--stdin-display-name", "shown.py", "-", cwd=tmp_path, stdin=BOTH.encode())
    assert rows == ["shown.py:6:12 PIT201"]


def test_columns_count_characters(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('x = 1\n"한글 😀"; y = x is 257\n', encoding="utf-8")
    assert flake8("--select=PIT", "a.py", cwd=tmp_path) == ["a.py:2:13 PIT201"]
    assert b"a.py:2:13: PIT201" in fix("--check", "a.py", cwd=tmp_path).stdout


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_flake8_in_several_processes(method: str, tmp_path: Path) -> None:
    """Each process makes up its mind from the options alone, also where it inherits nothing."""
    for number in range(6):
        (tmp_path / f"a{number}.py").write_text(BOTH)
    script = f"""
        import multiprocessing, sys
        if __name__ == "__main__":
            multiprocessing.set_start_method({method!r})
            from flake8.main.cli import main
            sys.exit(main(["-j2", "--isolated", "--select=PIT105,PIT2", "--format=%(path)s %(code)s", "."]))
    """
    (tmp_path / "run_it").write_text(textwrap.dedent(script))
    ran = run(sys.executable, "run_it", cwd=tmp_path)
    assert not ran.stderr, ran.stderr.decode()
    rows = ran.stdout.decode().split("\n")[:-1]
    assert sorted(rows) == sorted(f"./a{number}.py {code}" for number in range(6) for code in ("PIT105", "PIT201"))


@pytest.mark.parametrize(
    ("option", "says"), [("--pitfalls-pandas-version=new", "--pitfalls-pandas-version"), ("--pitfalls-green-runner=x", "gevent, eventlet")]
)
def test_wrong_options_of_flake8_are_named(option: str, says: str, tmp_path: Path) -> None:
    ran = run(sys.executable, "-m", "flake8", "--isolated", option, ".", cwd=tmp_path)
    assert ran.returncode == 1
    assert says in ran.stdout.decode()
    assert b"Traceback" not in ran.stderr


DEFECT = """
import sys
from flake8_pitfalls import rules
from flake8_pitfalls.model import RULES
rules.load()
def check(node, module):
    raise LookupError("oops")
    yield
RULES["PIT201"] = RULES["PIT201"]._replace(check=check, words=(), text=None)
"""


def test_a_defect_of_a_rule_takes_nothing_down(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import os\n" + BOTH)
    (tmp_path / "f8.py").write_text(DEFECT + "from flake8.main.cli import main\nsys.exit(main(sys.argv[1:]))\n")
    ran = run(sys.executable, "f8.py", "--isolated", "-j1", "a.py", cwd=tmp_path)
    lines = ran.stdout.decode().splitlines()
    assert {row.split()[1] for row in lines} >= {"F401", "PIT101", "PIT000"}
    assert [row for row in lines if "PIT000" in row and "PIT201" in row and "LookupError" in row and "report" in row]
    assert not ran.stderr
    (tmp_path / "pf.py").write_text(DEFECT + "from flake8_pitfalls.doors.cli import main\nsys.exit(main(sys.argv[1:]))\n")
    ran = run(sys.executable, "pf.py", "--verbose", "a.py", cwd=tmp_path)
    assert ran.returncode == 2
    assert b"PIT000" in ran.stdout
    assert b'raise LookupError("oops")' in ran.stderr
    assert "{{6}}" in (tmp_path / "a.py").read_text()


def modules_after(code: str, folder: Path) -> set[str]:
    """The modules that are loaded once some code has run."""
    ran = run(sys.executable, "-c", f"import sys; {code}; print(); print(*sys.modules)", cwd=folder)
    return set(ran.stdout.decode().splitlines()[-1].split())


LOAD = "import flake8_pitfalls.doors.flake8 as door; door.off_by_default()"
FLOORS = (
    r"doors(\.flake8)?|running(\.(cache|config|place))?|engine"
    r"|facts|fixing(\.edits)?|model|knowledge(\.\w+)?|rules(\.\w+)?|text(\.\w+)?"
)


def test_a_rule_that_is_imported_first_does_not_stand_for_all() -> None:
    program = "import flake8_pitfalls.rules.pit201_is_int_literal\nfrom flake8_pitfalls import rules\nprint(len(rules.load()))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(done.stdout) == len(rules.load())


def test_the_plugin_loads_nothing_heavy(tmp_path: Path) -> None:
    loaded = modules_after(LOAD, tmp_path) - modules_after("pass", tmp_path)
    never = {
        "libcst",
        "pathspec",
        "tomli",
        "tomllib",
        "yaml",
        "dataclasses",
        "pathlib",
        "tokenize",
        "inspect",
        "logging",
        "subprocess",
        "difflib",
    }
    assert not loaded & never
    ours = {name for name in loaded if name.startswith("flake8_pitfalls.")}
    assert not {name for name in ours if not re.fullmatch(rf"flake8_pitfalls\.({FLOORS})", name)}, (
        "import it inside the function that needs it"
    )


def test_the_fixer_needs_no_flake8(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(BOTH)
    loaded = modules_after("from flake8_pitfalls.doors.cli import main; main(['--unsafe-fixes', 'a.py'])", tmp_path)
    assert "flake8_pitfalls.fixer" in loaded
    assert not loaded & {"flake8", "pycodestyle", "pyflakes", "pygls", "lsprotocol"}


# pitfalls-fix


def test_it_repairs_in_place_and_says_what_it_did(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(PITFALL + UNSAFE)
    ran = fix("a.py", cwd=tmp_path)
    assert ran.returncode == 1
    assert path.read_text() == REPAIRED + UNSAFE
    out = ran.stdout.decode()
    assert re.search(r"^a\.py:2:12: PIT201 fixed: .+", out, re.M)
    assert re.search(r"^a\.py:4:12: PIT203 .+\n    return a == b in c\n           \^{11}\n    unsafe fix: .+", out, re.M)
    assert ran.stderr.decode() == "fixed 1 finding in 1 file, 1 finding left (1 with an unsafe fix: --unsafe-fixes)\n"
    assert fix("--unsafe-fixes", "a.py", cwd=tmp_path).returncode == 1
    again = fix("a.py", cwd=tmp_path)
    assert (again.returncode, again.stdout) == (0, b"")


def test_check_and_diff_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(PITFALL)
    checked = fix("--check", "a.py", cwd=tmp_path)
    assert checked.returncode == 1
    assert checked.stdout.decode().startswith("a.py:2:12: PIT201 `x is 257`")
    diffed = fix("--diff", "a.py", cwd=tmp_path)
    assert diffed.returncode == 1
    assert diffed.stdout.decode() == "--- a.py\n+++ a.py\n@@ -1,2 +1,2 @@\n def f(x):\n-    return x is 257\n+    return x == 257\n"
    assert path.read_text() == PITFALL
    path.write_text(UNSAFE)
    assert fix("--diff", "a.py", cwd=tmp_path).returncode == 0, "there is no diff"
    assert fix("--diff", "--unsafe-fixes", "a.py", cwd=tmp_path).returncode == 1
    path.write_text(REPAIRED)
    assert [fix(mode, "a.py", cwd=tmp_path).returncode for mode in ("--check", "--diff")] == [0, 0]


def test_a_diff_can_be_applied(tmp_path: Path) -> None:
    """By the real `patch`, where there is one: several hunks, CRLF, no newline at the end, lines added."""
    patch = shutil.which("patch")
    if patch is None:
        pytest.skip("no patch here")
    lines = [f"y{n} = {n}" for n in range(40)]
    for number in (0, 3, 11, 25, 39):
        lines[number] = f"y{number} = x is 257"
    for end, name in (("\n", "a.py"), ("\r\n", "b.py")):
        (tmp_path / name).write_bytes(end.join(["x = 1", *lines]).encode())
    sleep = "import asyncio\nimport time\n\n\nasync def main():\n    time.sleep(1)\n    return 1 is 2"
    (tmp_path / "c.py").write_text(sleep)
    diff = fix("--diff", "--unsafe-fixes", ".", cwd=tmp_path).stdout
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in tmp_path.glob("*.py"):
        shutil.copy(path, copy)
    fix("--unsafe-fixes", *tmp_path.glob("*.py"), cwd=tmp_path)
    assert run(patch, "-p0", "--binary", cwd=copy, stdin=diff).returncode == 0
    for path in tmp_path.glob("*.py"):
        assert (copy / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "stdin", "out", "status"),
    [
        (["-"], PITFALL, REPAIRED, 1),
        (["-"], REPAIRED, REPAIRED, 0),
        (["-"], "def (\n", "def (\n", 2),
        (["-"], "x = 1 is 2\r\n\x0cy = 3\r", "x = 1 == 2\r\n\x0cy = 3\r", 1),
        (["--exit-zero", "-"], PITFALL, REPAIRED, 0),
        (["--stdin-filename", "b.pyi", "-"], PITFALL, PITFALL, 0),
    ],
)
def test_standard_input_goes_to_standard_output(arguments: list[str], stdin: str, out: str, status: int, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.flake8-pitfalls.per-file-ignores]\n"b.pyi" = ["PIT201"]\n')
    ran = fix(*arguments, cwd=tmp_path, stdin=stdin.encode())
    assert (ran.stdout.decode(), ran.returncode) == (out, status)


def test_standard_input_can_be_checked(tmp_path: Path) -> None:
    ran = fix("--check", "--stdin-filename", "shown.py", "-", cwd=tmp_path, stdin=PITFALL.encode())
    assert ran.stdout.startswith(b"shown.py:2:12: PIT201")
    assert b"-    return x is 257" in fix("--diff", "-", cwd=tmp_path, stdin=PITFALL.encode()).stdout
    assert fix("-", "a.py", cwd=tmp_path, stdin=b"").returncode == 2


def test_every_error_is_one_line_and_the_other_files_are_done(tmp_path: Path) -> None:
    (tmp_path / "good.py").write_text(PITFALL)
    (tmp_path / "bad.py").write_text("def (:\n")
    (tmp_path / "korean.py").write_bytes("x = '한글' is 3\n".encode("cp949"))
    ran = fix("bad.py", "none.py", "korean.py", "good.py", cwd=tmp_path)
    assert ran.returncode == 2
    lines = ran.stderr.decode().splitlines()
    assert [line.partition(": ")[0] for line in lines[:3]] == ["bad.py", "none.py", "korean.py"]
    assert "coding: cp949" in lines[2]
    assert (tmp_path / "good.py").read_text() == REPAIRED


@pytest.mark.parametrize("codec", ["cp949", "euc-kr", "johab", "utf-8", "shift_jis"])
def test_files_keep_their_encoding(codec: str, tmp_path: Path) -> None:
    text = f"# -*- coding: {codec} -*-\r\nx = 1\r\n" + (
        "이름 = '한글'; z = x is 3  # 설명\r\n" if codec != "shift_jis" else "z = x is 3  # 日本\r\n"
    )
    path = tmp_path / "a.py"
    path.write_bytes(text.encode(codec))
    assert fix("a.py", cwd=tmp_path).returncode == 1
    assert path.read_bytes() == text.replace("x is 3", "x == 3").encode(codec)


def test_a_file_with_a_mark_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"\xef\xbb\xbf" + PITFALL.encode())
    fix("a.py", cwd=tmp_path)
    assert path.read_bytes() == b"\xef\xbb\xbf" + REPAIRED.encode()


def test_syntax_that_a_finding_explains_is_repaired(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text('import re\nx = 1 is 2\nP = re.compile(rf"{x}\\d{,3}")\n')
    rows = [json.loads(line) for line in fix("--check", "--output-format", "jsonl", "a.py", cwd=tmp_path).stdout.splitlines()]
    assert [(row["line"], row["code"]) for row in rows] == [(2, "PIT201"), (3, "PIT104")]
    assert fix("--select", "PIT201", "a.py", cwd=tmp_path).returncode == 2
    assert fix("a.py", cwd=tmp_path).returncode == 1
    assert path.read_text() == 'import re\nx = 1 == 2\nP = re.compile(rf"{x}\\d{{,3}}")\n'


KEYS = ["path", "line", "column", "end_line", "end_column", "code", "name", "message", "level", "related", "fixes", "fixed"]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_machine_readable_findings(form: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("한글 = 1\ny = 한글 is 257\n", encoding="utf-8")
    ran = fix("--check", "--output-format", form, "a.py", cwd=tmp_path)
    rows = json.loads(ran.stdout) if form == "json" else [json.loads(line) for line in ran.stdout.splitlines()]
    assert [list(row) for row in rows] == [KEYS]
    row = rows[0]
    assert [row[key] for key in KEYS[:7]] == ["a.py", 2, 5, 2, 14, "PIT201", "is-int-literal"]
    assert row["level"] == "error"
    assert row["fixes"][0]["safety"] == "safe"
    assert row["fixes"][0]["edits"] == [{"line": 2, "column": 8, "end_line": 2, "end_column": 10, "text": "=="}]
    (tmp_path / "a.py").write_text("")
    assert fix("--check", "--output-format", form, "a.py", cwd=tmp_path).stdout == (b"[]\n" if form == "json" else b"")


SLEEPS = "import asyncio\nimport time\n\n\ndef nap():\n    time.sleep(1)\n\n\nasync def main():\n    nap()\n    return 1 is 257\n"


def test_annotations_for_github(tmp_path: Path) -> None:
    (tmp_path / "a,b.py").write_text(PITFALL)
    ran = fix("--check", "--output-format=github", "a,b.py", "no:ne.py", cwd=tmp_path)
    first, second = ran.stdout.decode().splitlines()
    place = "file=a%2Cb.py,line=2,col=12,endLine=2,endColumn=20"
    assert first.startswith(f"::error title=PIT201 is-int-literal,{place}::a,b.py:2:12: PIT201 ")
    assert second.startswith("::error title=flake8-pitfalls,file=no%3Ane.py::no:ne.py: ")


def test_a_code_quality_report_for_gitlab(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(PITFALL * 2)
    rows = json.loads(fix("--check", "--output-format=gitlab", str(path), cwd=tmp_path).stdout)
    assert [(row["check_name"], row["severity"], row["location"]["path"]) for row in rows] == [("PIT201", "major", "a.py")] * 2
    assert rows[0]["location"]["positions"] == {"begin": {"line": 2, "column": 12}, "end": {"line": 2, "column": 20}}
    prints = [row["fingerprint"] for row in rows]
    assert len(set(prints)) == 2
    path.write_text("# moved\n\n" + PITFALL * 2)
    assert [row["fingerprint"] for row in json.loads(fix("--check", "--output-format=gitlab", "a.py", cwd=tmp_path).stdout)] == prints


def test_sarif_is_valid_and_holds_the_fixes(tmp_path: Path) -> None:
    (tmp_path / "a b.py").write_text(SLEEPS)
    (tmp_path / "bad.py").write_text("def (\n")
    ran = fix("--check", "--output-format=sarif", "a b.py", "bad.py", cwd=tmp_path)
    log = json.loads(ran.stdout)
    run_of = log["runs"][0]
    by_rule = {row["ruleId"]: row for row in run_of["results"]}
    assert set(by_rule) == {"PIT201", "PIT302"}
    assert {row["id"] for row in run_of["tool"]["driver"]["rules"]} == set(by_rule)
    assert by_rule["PIT201"]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b.py"
    assert by_rule["PIT201"]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "=="}
    assert by_rule["PIT302"]["relatedLocations"]
    assert run_of["invocations"][0]["executionSuccessful"] is False
    model = pytest.importorskip("pydantic_sarif.model")
    model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate(log)


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ([], "PIT101 PIT201"),
        (["--select", "PIT"], "PIT101 PIT201"),
        (["--select", "ALL"], "PIT101 PIT105 PIT201"),
        (["--select=PIT1"], "PIT101 PIT105"),
        (["--extend-select", "PIT105"], "PIT101 PIT105 PIT201"),
        (["--ignore", "PIT1"], "PIT201"),
        (["--select", "PIT101,PIT201", "--ignore", "PIT2"], "PIT101 PIT201"),
        (["--extend-ignore", "PIT201"], "PIT101"),
    ],
)
def test_codes_that_pitfalls_fix_takes(arguments: list[str], shown: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(BOTH)
    rows = fix("--check", "--isolated", "--output-format=jsonl", *arguments, "a.py", cwd=tmp_path).stdout.splitlines()
    assert sorted({json.loads(row)["code"] for row in rows}) == shown.split()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--select", "PIT999", "a.py"], "PIT999"),
        ([], "--help"),
        (["--nonsense", "a.py"], "--nonsense"),
        (["--config", "none.toml", "a.py"], "none.toml"),
        (["--explain", "PIT999"], "PIT999"),
        (["--output-format", "xml", "a.py"], "xml"),
        (["--check", "--diff", "a.py"], "not allowed with"),
        (["--jobs", "0", "a.py"], "jobs"),
    ],
)
def test_wrong_options_are_named(arguments: list[str], says: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(PITFALL)
    ran = fix(*arguments, cwd=tmp_path)
    assert ran.returncode == 2
    assert says in ran.stderr.decode()
    assert (tmp_path / "a.py").read_text() == PITFALL


def test_wrong_settings_stop_before_any_file_is_touched(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.py", "sub/b.py"):
        (tmp_path / name).write_text(PITFALL)
    (tmp_path / "sub/pyproject.toml").write_text("[tool.flake8-pitfalls]\nunsave-fixes = true\n")
    ran = fix(".", cwd=tmp_path)
    assert ran.returncode == 2
    assert "did you mean 'unsafe-fixes'" in ran.stderr.decode()
    assert (tmp_path / "a.py").read_text() == PITFALL
    assert fix("--isolated", ".", cwd=tmp_path).returncode == 1


def test_questions(tmp_path: Path) -> None:
    assert fix("--version", cwd=tmp_path).stdout.decode().startswith(f"flake8-pitfalls {flake8_pitfalls.__version__} (CPython 3.")
    listed = fix("--list-rules", cwd=tmp_path).stdout.decode().splitlines()
    assert [line.split()[0] for line in listed] == sorted(line.split()[0] for line in listed)
    assert any(line.startswith("PIT105") and "off by default" in line for line in listed)
    explained = fix("--explain", "pit201", cwd=tmp_path).stdout.decode()
    assert explained.startswith("# PIT201: is-int-literal\n")
    assert explained == fix("--explain", "is-int-literal", cwd=tmp_path).stdout.decode()
    (tmp_path / "pyproject.toml").write_text("[tool.flake8-pitfalls]\nunsafe-fixes = true\n")
    settings = fix("--show-settings", "a.py", cwd=tmp_path).stdout.decode()
    assert "unsafe-fixes = true  # settings file" in settings
    assert "PIT201" in settings


def test_statistics_and_quiet(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(PITFALL * 3)
    ran = fix("--check", "--statistics", "-q", "a.py", cwd=tmp_path)
    assert ran.stdout.decode().splitlines()[-1].split() == ["3", "PIT201", "is-int-literal"]
    assert not ran.stderr


def test_many_files_in_several_processes(tmp_path: Path) -> None:
    names = [f"a{number:02}.py" for number in range(60)]
    for name in names:
        (tmp_path / name).write_text(PITFALL)
    (tmp_path / names[30]).write_text("def (\n")
    ran = fix("-j2", ".", cwd=tmp_path)
    assert ran.returncode == 2
    assert [line.partition(":")[0] for line in ran.stdout.decode().splitlines()] == [name for name in names if name != names[30]]
    assert all((tmp_path / name).read_text() == REPAIRED for name in names if name != names[30])


@POSIX
def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(PITFALL * 2000)
    shell = f"{sys.executable} -m flake8_pitfalls --check a.py | head -n 2; exit 0"
    ran = run("sh", "-c", shell, cwd=tmp_path)
    assert len(ran.stdout.splitlines()) == 2
    assert not ran.stderr


@POSIX
@pytest.mark.parametrize("jobs", [[], ["-j2"]])
def test_an_interrupt_ends_quietly(jobs: list[str], tmp_path: Path) -> None:
    import signal

    for number in range(400):  # more than are done before the interrupt comes
        (tmp_path / f"a{number}.py").write_text(PITFALL * 200)
    command = [sys.executable, "-m", "flake8_pitfalls", *jobs, "."]
    heard = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)  # noqa: E731  (a shell's background jobs do not hear it)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=tmp_path, **pipes, start_new_session=True, preexec_fn=heard) as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert all(path.name.endswith(".py") and not path.name.startswith(".") for path in tmp_path.iterdir()), "no litter"
    assert {path.read_text() for path in tmp_path.iterdir()} <= {PITFALL * 200, REPAIRED * 200}


def test_what_a_terminal_cannot_show_is_spelt_out(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('"한글 \u202e", "\x1b[31m"; y = 1 is 257\n', encoding="utf-8")
    ran = fix("--check", "a.py", cwd=tmp_path, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert ran.returncode == 1
    assert rb"\ud55c\uae00 \u202e" in ran.stdout
    assert rb"\x1b[31m" in ran.stdout
    assert b"\x1b" not in ran.stdout
    korean = fix("--check", "a.py", cwd=tmp_path, env={"PYTHONIOENCODING": "cp949"})
    assert "한글".encode("cp949") in korean.stdout


@POSIX
def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\xfe.py"
    with open(name, "wb") as file:
        file.write(PITFALL.encode())
    ran = fix(".", cwd=tmp_path)
    assert ran.returncode == 1
    assert rb"\udcff\udcfe.py:2:12" in ran.stdout
    with open(name, "rb") as file:
        assert file.read() == REPAIRED.encode()


@pytest.mark.parametrize(
    ("arguments", "env", "painted"),
    [
        ([], {}, False),
        (["--color=always"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color=never"], {"FORCE_COLOR": "1"}, False),
    ],
)
@pytest.mark.parametrize("mode", ["--check", "--diff"])
def test_colours(mode: str, arguments: list[str], env: dict[str, str], painted: bool, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(PITFALL)
    clean = {"NO_COLOR": "", "FORCE_COLOR": "", **env}
    assert (b"\x1b[" in fix(mode, *arguments, "a.py", cwd=tmp_path, env=clean).stdout) is painted


def test_wide_characters_are_marked_in_place(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def f(x):\n\treturn '한글', x is 257  # \x0c\n", encoding="utf-8")
    lines = fix("--check", "a.py", cwd=tmp_path, env={"PYTHONIOENCODING": "utf-8"}).stdout.decode().splitlines()
    assert lines[1] == "    return '한글', x is 257  #  "
    assert lines[2] == "    " + " " * 15 + "^" * 8


def test_noqa_can_be_disabled(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1 is 2  # noqa: PIT201\n")
    assert fix("--check", "a.py", cwd=tmp_path).returncode == 0
    assert fix("--check", "--disable-noqa", "a.py", cwd=tmp_path).returncode == 1


def test_main_can_be_called(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.py").write_text(PITFALL)
    assert cli.main(["--isolated", str(tmp_path / "a.py")]) == 1
    assert "PIT201 fixed" in capsys.readouterr().out


# The API


def test_the_api() -> None:
    found = flake8_pitfalls.check(BOTH)
    assert [(one.code, one.line, one.column) for one in found] == [("PIT101", 5, 26), ("PIT201", 6, 12)]
    assert [one.code for one in flake8_pitfalls.check(BOTH, select=["PIT1"])] == ["PIT105", "PIT101"]
    assert [one.code for one in flake8_pitfalls.check(BOTH, ignore=["PIT2"])] == ["PIT101"]
    fixed = flake8_pitfalls.fix(PITFALL + UNSAFE)
    assert fixed.text == REPAIRED + UNSAFE
    assert [one.code for one in fixed.fixed] == ["PIT201"]
    assert [one.code for one in fixed.left] == ["PIT203"]
    assert flake8_pitfalls.fix(UNSAFE, unsafe=True).text != UNSAFE
    with pytest.raises(SyntaxError, match="does not parse"):
        flake8_pitfalls.check("def (", path="a.py")
    with pytest.raises(AttributeError):
        flake8_pitfalls.nothing  # noqa: B018


# LibCST codemods


@pytest.mark.parametrize("command", ["All", "PIT201"])
def test_the_codemods(command: str, tmp_path: Path) -> None:
    """By the real tool; what would not come out of LibCST as it went in stays as it is."""
    left = {
        "feed.py": b"def f():\n    \x0c\n    pass\x0c\r\nx = 1 is 2\r",
        "mark.py": b"\xef\xbb\xbfx = 1 is 2\n",
        "bad.py": b"x = 1 is 2 (\n",
    }
    done = {"a.py": BOTH.encode(), "k.py": "# coding: cp949\r\nx = 1 is 2  # 한글\r\n".encode("cp949")}
    for name, data in {**left, **done}.items():
        (tmp_path / name).write_bytes(data)
    ran = run(
        sys.executable, "-m", "libcst.tool", "codemod", "--no-format", "-x", f"flake8_pitfalls.doors.codemods.{command}", ".", cwd=tmp_path
    )
    assert (tmp_path / "a.py").read_text() == BOTH.replace("is 257", "== 257").replace("{6}", "{{6}}" if command == "All" else "{6}")
    assert (tmp_path / "k.py").read_bytes() == done["k.py"].replace(b" is ", b" == ")
    for name, data in left.items():
        assert (tmp_path / name).read_bytes() == data
    assert b"mark.py: flake8-pitfalls leaves it alone" in ran.stderr


def test_the_codemods_make_unsafe_fixes_where_asked(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(UNSAFE)
    command = [sys.executable, "-m", "libcst.tool", "codemod", "--no-format", "-x", "flake8_pitfalls.doors.codemods.PIT203"]
    run(*command, "a.py", cwd=tmp_path)
    assert (tmp_path / "a.py").read_text() == UNSAFE
    run(*command, "--unsafe-fixes", "a.py", cwd=tmp_path)
    assert (tmp_path / "a.py").read_text() != UNSAFE


# pre-commit


@pytest.mark.skipif(shutil.which("git") is None, reason="no git here")
def test_pre_commit_stops_repairs_and_passes(tmp_path: Path) -> None:
    """The real pre-commit against this checkout: the commit is stopped, the file repaired, the second try passes."""
    pytest.importorskip("pre_commit")
    hooks, repo = tmp_path / "hooks", tmp_path / "repo"
    shutil.copytree(
        ROOT, hooks, ignore=shutil.ignore_patterns(".git", ".venv*", "tests", ".*_cache", "__pycache__", "build", "dist", ".nox")
    )
    repo.mkdir()
    env = {
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PYTHONUTF8": "1",
    }
    (tmp_path / "gitconfig").write_text(
        '[user]\nname = a\nemail = a@example.invalid\n[init]\ndefaultBranch = main\n[protocol "file"]\nallow = always\n'
    )

    def git(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
        return run("git", *arguments, cwd=cwd, env=env)

    for folder in (hooks, repo):
        git("init", "-q", cwd=folder)
    git("add", "-A", cwd=hooks)
    assert git("commit", "-q", "-m", "hooks", cwd=hooks).returncode == 0
    rev = git("rev-parse", "HEAD", cwd=hooks).stdout.decode().strip()
    config = f"repos:\n- repo: {hooks.as_posix()}\n  rev: {rev}\n  hooks:\n  - id: pitfalls-fix\n  - id: flake8-pitfalls\n"
    (repo / ".pre-commit-config.yaml").write_text(config)
    (repo / "a.py").write_text(PITFALL)
    git("add", "-A", cwd=repo)
    installed = run(sys.executable, "-m", "pre_commit", "install", cwd=repo, env=env)
    assert installed.returncode == 0, installed.stdout.decode()
    first = git("commit", "-m", "first", cwd=repo)
    assert first.returncode != 0, first.stderr.decode()
    assert b"files were modified by this hook" in first.stdout + first.stderr
    assert (repo / "a.py").read_text() == REPAIRED
    git("add", "-A", cwd=repo)
    second = git("commit", "-m", "second", cwd=repo)
    assert second.returncode == 0, (second.stdout + second.stderr).decode()
