"""What happens on a terminal: questions, bars, colours, completion, and characters that it cannot show or would obey."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import fix

from flake8_pitfalls import rules
from flake8_pitfalls.doors import arguments, cli
from flake8_pitfalls.doors.interactive import HELP, QUESTION, Interview
from flake8_pitfalls.fixer import Policy
from flake8_pitfalls.model import Settings
from flake8_pitfalls.report import progress
from flake8_pitfalls.report.text import Paint

ROOT = Path(__file__).parents[1]
RULES = [rule for rule in rules.load().values() if rule.default]
PTY = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is one of POSIX")
TWO = "def f(a, b, c, x):\n    if a == b in c:\n        return x is 257\n    return b == a in c\n"
HALF = TWO.replace("is 257", "== 257")


def fixed(text: str, *done: str) -> str:
    for one in done:
        left, right = one.split(" == ")
        text = text.replace(f"{one} in c", f"{left} == {right} and {right} in c")
    return text


def interview(answers: str, text: str = TWO) -> tuple[str, str, Interview]:
    """The text after an interview, and what was shown."""
    shown = io.StringIO()
    asking = Interview(io.StringIO(answers), shown, Paint(False))
    after = asking.make(text, "a.py", RULES, Settings(), Policy(), lambda text: "").after
    return after, shown.getvalue(), asking


@pytest.mark.parametrize(
    ("answers", "after", "asked"),
    [
        ("y\ny\n", fixed(HALF, "a == b", "b == a"), 2),
        ("n\nn\n", HALF, 2),
        ("n\nY\n", fixed(HALF, "b == a"), 2),
        ("y\nno\n", fixed(HALF, "a == b"), 2),
        ("a\n", fixed(HALF, "a == b", "b == a"), 1),
        ("d\n", HALF, 1),
        ("n\na\n", fixed(HALF, "b == a"), 2),
        ("q\n", HALF, 1),
        ("y\nq\n", fixed(HALF, "a == b"), 2),
        ("", HALF, 1),
        ("\nwhat\n?\ny\nn\n", fixed(HALF, "a == b"), 5),
    ],
)
def test_answers(answers: str, after: str, asked: int) -> None:
    got, shown, asking = interview(answers)
    assert got == after
    assert shown.count(QUESTION) == asked
    assert shown.count(HELP) == answers.count("?") + answers.startswith("\n") + answers.count("what")
    assert asking.over is ("q" in answers or not answers)


def test_each_fix_is_shown_as_a_diff() -> None:
    _, shown, _ = interview("n\nn\n")
    assert "a.py:2:8: PIT203 " in shown
    assert "-    if a == b in c:\n+    if a == b and b in c:\n" in shown
    assert "257" not in "".join(line for line in shown.splitlines() if line.startswith("+")), "safe fixes are made unasked"


def test_what_was_declined_is_left_and_no_error() -> None:
    shown = io.StringIO()
    outcome = Interview(io.StringIO("n\ny\n"), shown, Paint(False)).make(TWO, "a.py", RULES, Settings(), Policy(), lambda text: "")
    assert not outcome.errors
    assert [(one.finding.code, one.fixed) for one in outcome.verdicts] == [("PIT203", True), ("PIT201", True), ("PIT203", False)] or [
        one.fixed for one in outcome.verdicts
    ].count(False) == 1
    assert [one.why for one in outcome.verdicts if not one.fixed] == ["it was declined"]


def on_terminal(command: list[str], cwd: Path, dialogue: Callable[[str], str | None], env: dict[str, str] | None = None) -> tuple[int, str]:
    """Runs a command on a pseudo-terminal. `dialogue` is told all that was shown so far and says what to type, or None for nothing."""
    import fcntl
    import pty
    import select
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    full = {**os.environ, "TERM": "xterm", "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1", **(env or {})}
    with subprocess.Popen(command, cwd=cwd, stdin=slave, stdout=slave, stderr=slave, env=full, start_new_session=True) as process:
        os.close(slave)
        shown = b""
        while select.select([master], [], [], PATIENCE)[0]:
            try:
                piece = os.read(master, 4096)
            except OSError:
                break
            if not piece:
                break
            shown += piece
            typed = dialogue(shown.decode("utf-8", "replace"))
            if typed:
                os.write(master, typed.encode())
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            pytest.fail(f"it waits for ever: {shown.decode('utf-8', 'replace')}")
    os.close(master)
    return process.returncode, shown.decode("utf-8", "replace")


PATIENCE = 10  # seconds without a word
COMMAND = [sys.executable, "-m", "flake8_pitfalls"]


def answering(*answers: str) -> Callable[[str], str | None]:
    """Types one answer a question."""
    given = list(answers)

    def dialogue(shown: str) -> str | None:
        asked = shown.count(QUESTION)
        return given.pop(0) if asked > len(answers) - len(given) and given else None

    return dialogue


@PTY
def test_a_conversation_on_a_terminal(tmp_path: Path) -> None:
    for name in ("a.py", "b.py", "c.py"):
        (tmp_path / name).write_text(TWO)
    status, shown = on_terminal([*COMMAND, "-i", "."], tmp_path, answering("n\n", "y\n", "a\n", "q\n"))
    assert status == 1, shown
    assert (tmp_path / "a.py").read_text() == fixed(HALF, "b == a")
    assert (tmp_path / "b.py").read_text() == fixed(HALF, "a == b", "b == a")
    assert (tmp_path / "c.py").read_text() == HALF
    assert "fixed 6 findings in 3 files" in shown.replace("\r", "")


@PTY
def test_the_end_of_the_input_ends_the_conversation(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(TWO)
    (tmp_path / "b.py").write_text(TWO)
    status, shown = on_terminal([*COMMAND, "-i", "."], tmp_path, answering("\x04"))
    assert status == 1 and "Traceback" not in shown
    assert (tmp_path / "b.py").read_text() == TWO


def test_without_a_terminal_nobody_can_be_asked(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(TWO)
    ran = fix("--interactive", "a.py", cwd=tmp_path)
    assert ran.returncode == 2
    assert b"--interactive asks on a terminal, and this is none; --diff --unsafe-fixes shows" in ran.stderr
    assert (tmp_path / "a.py").read_text() == TWO
    assert fix("-i", "--check", "a.py", cwd=tmp_path).returncode == 2
    assert fix("-i", "-", cwd=tmp_path).returncode == 2


# How far a long run is


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("with_tqdm", [True, False])
def test_a_bar_comes_after_a_second_and_makes_room(with_tqdm: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if with_tqdm:
        pytest.importorskip("tqdm")
    else:
        monkeypatch.setattr(progress, "bar", lambda total, stream: False)
    monkeypatch.setenv("TERM", "xterm")
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    stream = Terminal()
    shown = progress.Progress(10, stream)
    for _ in range(3):
        shown.step()
    assert stream.getvalue() == ""
    now[0] = 2.0
    shown.step()
    assert "4" in stream.getvalue() and "10" in stream.getvalue()
    shown.hide()
    assert stream.getvalue().endswith("\r")
    now[0] = 3.0
    shown.step()
    shown.end()
    assert stream.getvalue().endswith("\r") and "\n" not in stream.getvalue()


@pytest.mark.parametrize(("stream", "term"), [(io.StringIO(), "xterm"), (Terminal(), "dumb")])
def test_no_bar_where_none_belongs(stream: io.StringIO, term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    shown = progress.Progress(10, stream)
    shown.step()
    shown.end()
    assert stream.getvalue() == ""


@PTY
def test_a_bar_on_a_terminal_and_none_in_a_pipe(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"a{number}.py").write_text("y = x is 257\n" * (number % 2))
    script = "import sys; from flake8_pitfalls.report import progress; progress.PATIENCE = 0.0; from flake8_pitfalls.doors.cli import main"
    command = [sys.executable, "-c", f"{script}; sys.exit(main(['--check', '.']))"]
    status, shown = on_terminal(command, tmp_path, lambda shown: None)
    assert status == 1
    assert "4" in shown.split("a1.py")[0] and "files" in shown
    assert [line for line in shown.replace("\r\n", "\n").split("\n") if line.rpartition("\r")[2].startswith("a1.py:1:5: PIT201")]
    piped = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert b"\r" not in piped.stderr.replace(b"\r\n", b"\n")


# Completion


@pytest.mark.parametrize("shell", arguments.SHELLS)
def test_completion_is_printed(shell: str, tmp_path: Path) -> None:
    pytest.importorskip("shtab")
    ran = fix("--completion", shell, cwd=tmp_path)
    if ran.returncode:
        assert b"this shtab knows no" in ran.stderr
    else:
        assert b"PIT201" in ran.stdout and b"--unsafe-fixes" in ran.stdout.replace(b" -l unsafe", b"--unsafe")


def test_completion_without_shtab_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    ran = fix("--completion", "bash", cwd=tmp_path)
    assert ran.returncode == 2
    assert b"pip install 'flake8-pitfalls[completion]'" in ran.stderr
    assert fix("--completion", "emacs", cwd=tmp_path).returncode == 2


ASK_BASH = """
source ./it
try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); "$ours"; echo "${COMPREPLY[*]}"; }
ours=$(complete -p pitfalls-fix | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
try pitfalls-fix --check
try pitfalls-fix --select PIT20
try pitfalls-fix --output-format s
try pitfalls-fix --color n
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_completes(tmp_path: Path) -> None:
    pytest.importorskip("shtab")
    (tmp_path / "it").write_bytes(fix("--completion", "bash", cwd=tmp_path).stdout)
    ran = subprocess.run(["bash", "--norc", "-c", ASK_BASH], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.stdout.splitlines() == ["--check", "PIT201 PIT202 PIT203 PIT204 PIT205", "sarif", "never"], ran.stderr


@pytest.mark.skipif(shutil.which("fish") is None, reason="no fish here")
def test_fish_completes(tmp_path: Path) -> None:
    pytest.importorskip("shtab")
    ran = fix("--completion", "fish", cwd=tmp_path)
    if ran.returncode:
        pytest.skip("an older shtab")
    (tmp_path / "it").write_bytes(ran.stdout)
    asked = 'source ./it; complete -C "pitfalls-fix --show-"; complete -C "pitfalls-fix --explain PIT20"'
    env = {**os.environ, "HOME": str(tmp_path)}
    shown = subprocess.run(["fish", "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=False, env=env)
    assert [line.split("\t")[0] for line in shown.stdout.splitlines()][:2] == ["--show-settings", "PIT201"], shown.stderr


@PTY
@pytest.mark.skipif(shutil.which("zsh") is None, reason="no zsh here")
def test_zsh_completes(tmp_path: Path) -> None:
    pytest.importorskip("shtab")
    (tmp_path / "it").write_bytes(fix("--completion", "zsh", cwd=tmp_path).stdout)
    begin = "PS1='> '; autoload -Uz compinit; compinit -u -d zc; eval \"$(cat it)\"; echo ready\n"
    stage = [0]

    def dialogue(shown: str) -> str | None:
        if stage[0] == 0 and (">" in shown or "%" in shown or "#" in shown):
            stage[0] = 1
            return begin
        if stage[0] == 1 and shown.count("ready") >= 2:
            stage[0] = 2
            return "pitfalls-fix --show-\t"
        if stage[0] == 2 and "--show-settings" in shown:
            stage[0] = 3
            return "\x15exit\n"
        return None

    _, shown = on_terminal(["zsh", "-f", "-i"], tmp_path, dialogue, {"HOME": str(tmp_path), "ZDOTDIR": str(tmp_path)})
    assert "--show-settings" in shown


# What a terminal cannot show, or would obey

EVIL = "\x1b]0;owned\x07\x1b[31m\u202e\x9b2J"
FORMATS = ("text", "json", "jsonl", "github", "gitlab", "sarif")


def harmless(text: str) -> bool:
    """Whether a terminal obeys nothing in a text."""
    return not any(one in text for one in "\x1b\x07\x9b\u202e\x00\x08\r")


@pytest.mark.skipif(os.name != "posix", reason="such names are refused")
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_in_names_or_code_is_obeyed(form: str, tmp_path: Path) -> None:
    """A hostile name, hostile code that messages quote, and a hostile syntax error, in every format and on standard error."""
    (tmp_path / f"a{EVIL}.py").write_text(f'y = x is 257, "{EVIL}"\nz = "{EVIL}" is 3\n', encoding="utf-8")
    (tmp_path / f"b{EVIL}.py").write_text(f"y = ({EVIL}\n", encoding="utf-8")
    (tmp_path / "c\n::error::d.py").write_text("y = x is 257\n")
    ran = fix("--check", "--verbose", f"--output-format={form}", ".", cwd=tmp_path)
    assert ran.returncode == 2
    assert harmless(ran.stdout.decode()) and harmless(ran.stderr.decode())
    lines = ran.stdout.decode().splitlines()
    assert not [line for line in lines if line.startswith("::error::d.py")]
    if form in ("json", "gitlab", "sarif"):
        json.loads(ran.stdout)


@pytest.mark.skipif(os.name != "posix", reason="such names are refused")
def test_nothing_is_obeyed_elsewhere(tmp_path: Path) -> None:
    name = f"a{EVIL}.py"
    (tmp_path / name).write_text(f'y = x is 257, "{EVIL}"\n', encoding="utf-8")
    for given in (
        [f"--{EVIL}"],
        ["--select", EVIL, name],
        ["--config", EVIL, name],
        ["--explain", EVIL],
        ["--show-settings", name],
        ["--write-baseline", f"{EVIL}.json", name],
        ["--baseline", f"{EVIL}.json", name],
        ["--baseline", "none.json", name],
        [f"no{EVIL}.py"],
        ["--add-noqa", name],
        [name],
    ):
        ran = fix(*given, cwd=tmp_path)
        assert harmless(ran.stdout.decode()) and harmless(ran.stderr.decode()), given


@PTY
def test_a_diff_on_a_terminal_is_for_reading(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(f'y = x is 257, "{EVIL}"\n', encoding="utf-8")
    _, shown = on_terminal([*COMMAND, "--diff", "--color=never", "a.py"], tmp_path, lambda shown: None)
    assert harmless(shown.replace("\r\n", "\n")) and "+y = x == 257" in shown
    piped = fix("--diff", "a.py", cwd=tmp_path).stdout.decode()
    assert EVIL in piped, "for `patch` it is what it is"


@pytest.mark.parametrize("env", [{"PYTHONIOENCODING": "cp949"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_what_cannot_be_shown_is_spelt_out(env: dict[str, str], tmp_path: Path) -> None:
    """Every output that quotes code: findings, diffs, errors, settings, baselines."""
    (tmp_path / "é😀.py").write_text('y = "é😀한", x is 257\n', encoding="utf-8")
    (tmp_path / "bad.py").write_text("y = é😀 (\n", encoding="utf-8")
    script = """
import sys
from flake8_pitfalls.doors.cli import main
for arguments in (["--check", "."], ["--diff", "."], ["--check", "--output-format=json", "."], ["--show-settings", "é😀.py"],
                  ["--write-baseline", "b😀.json", "."], ["--select", "é😀", "."], ["no😀.py"], ["--check", "--statistics", "."]):
    main([one.encode().decode(sys.getfilesystemencoding(), "surrogateescape") for one in arguments])
"""
    (tmp_path / "run").write_text(script, encoding="utf-8")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHONUTF8", "PYTHONIOENCODING"))}
    ran = subprocess.run([sys.executable, "run"], cwd=tmp_path, capture_output=True, check=False, env={**clean, **env})
    assert b"Error" not in ran.stderr.replace(b"SyntaxError", b""), ran.stderr.decode("ascii", "replace")
    assert rb"\U0001f600" in ran.stdout


def test_colour_by_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert cli.colour("auto", Terminal()) and not cli.colour("auto", io.StringIO())
    monkeypatch.setenv("TERM", "dumb")
    assert not cli.colour("auto", Terminal())
    assert cli.colour("always", io.StringIO()) and not cli.colour("never", Terminal())


# Names of files in the formats of services


def test_files_are_named_as_services_name_them() -> None:
    from flake8_pitfalls.report import github, sarif

    assert sarif.artifact("src/a b:c.py", "/") == {"uri": "src/a%20b%3Ac.py"}
    assert sarif.artifact("/src/한.py", "/") == {"uri": "file:///src/%ED%95%9C.py"}
    assert sarif.artifact("\udcff.py", "/") == {"uri": "%FF.py"}
    assert sarif.artifact(r"C:\src\a#b.py", "\\") == {"uri": "file:///C:/src/a%23b.py"}
    assert sarif.artifact(r"\\host\share\a.py", "\\") == {"uri": "file://host/share/a.py"}
    assert sarif.artifact(r"src\a.py", "\\") == {"uri": "src/a.py"}
    assert github.escaped("100%, a:b\r\n\x1b[1m") == "100%25, a:b%0D%0A\\x1b[1m"
    assert github.escaped("C:/a,b%.py", ":,") == "C%3A/a%2Cb%25.py"


def test_reports_of_hostile_text_are_valid(tmp_path: Path) -> None:
    model = pytest.importorskip("pydantic_sarif.model")
    (tmp_path / "a.py").write_text(f'y = x is 257, "{EVIL}"\nz = "{EVIL}" is 3\n' * 2, encoding="utf-8")
    log = json.loads(fix("--check", "--output-format=sarif", "a.py", "none.py", cwd=tmp_path).stdout)
    model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate(log)
    prints = [row["partialFingerprints"]["lineText/v1"] for row in log["runs"][0]["results"]]
    assert len(prints) == len(set(prints)) >= 4
    issues = json.loads(fix("--check", "--output-format=gitlab", "a.py", cwd=tmp_path).stdout)
    for issue in issues:  # the fields that GitLab's documentation asks for
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["description"] and issue["check_name"] and issue["fingerprint"]
        assert issue["location"]["path"] == "a.py" and issue["location"]["positions"]["begin"]["line"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


# What is said to somebody who begins


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--select", "pit201", "a.py"], "did you mean 'PIT201'?"),
        (["--select", "201", "a.py"], "did you mean 'PIT201'?"),
        (["--select", "all", "a.py"], "did you mean 'ALL'?"),
        (["--select", "PIT2O1", "a.py"], "did you mean 'PIT2"),
        (["--select", "E501", "a.py"], "`pitfalls-fix --list-rules` prints all codes"),
        (["--explain", "201"], "did you mean 'PIT201'?"),
        (["--explain", "is-int"], "did you mean 'is-int-"),
        (["--explain", "nothing"], "--list-rules"),
        (["--unsafe-fix", "a.py"], "did you mean '--unsafe-fixes'?; `pitfalls-fix --help` lists all options"),
        (["--jobs", "many", "a.py"], "--jobs"),
        ([], "`pitfalls-fix .` takes the current folder"),
        (["-", "a.py"], "standard input is one file"),
    ],
)
def test_a_mistake_is_answered_with_what_to_do(arguments: list[str], says: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("y = x is 257\n")
    ran = fix(*arguments, cwd=tmp_path)
    assert ran.returncode == 2
    assert says in ran.stderr.decode() and ran.stderr.count(b"\n") == 1
    assert (tmp_path / "a.py").read_text() == "y = x is 257\n"


def test_it_is_said_how_much_was_looked_at(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert fix("--check", "empty", cwd=tmp_path).stderr == b"no Python files in empty\n"
    (tmp_path / "a.py").write_text("")
    assert fix("--check", ".", cwd=tmp_path).stderr == b"nothing found in 1 file\n"
    assert fix("--check", "--verbose", ".", cwd=tmp_path).stderr.startswith(b"1 file; settings: no file\n")
    (tmp_path / "pyproject.toml").write_text("[tool.flake8-pitfalls]\nextend-exclude = ['a.py']\nforce-exclude = true\n")
    assert fix("--check", "a.py", cwd=tmp_path).stderr == b"nothing found in 0 files\n"


def test_the_settings_say_whose_fixes_are_safe(tmp_path: Path) -> None:
    """`extend-safe-fixes` has an unsafe fix made unasked, `extend-unsafe-fixes` keeps a safe one back, `fixable` and `unfixable` choose."""
    for table, after in (
        ("", HALF),
        ("extend-safe-fixes = ['PIT203']", fixed(HALF, "a == b", "b == a")),
        ("extend-unsafe-fixes = ['PIT2']", TWO),
        ("unfixable = ['PIT201']", TWO),
        ("fixable = ['PIT203']\nunsafe-fixes = true", fixed(TWO, "a == b", "b == a")),
        ("fixable = ['ALL']", HALF),
    ):
        (tmp_path / "pyproject.toml").write_text(f"[tool.flake8-pitfalls]\n{table}\n")
        (tmp_path / "a.py").write_text(TWO)
        fix("--no-cache", "a.py", cwd=tmp_path)
        assert (tmp_path / "a.py").read_text() == after, table


@pytest.mark.parametrize("arguments", [["--check", "--output-format=jsonl", "a.py"], ["--diff", "a.py"], ["-"]])
def test_statistics_do_not_stand_in_what_programs_read(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("y = x is 257\n")
    ran = fix("--statistics", "--no-cache", *arguments, cwd=tmp_path, stdin=b"y = x is 257\n")
    assert b"     1  PIT201 is-int-literal\n" in ran.stderr and b"     1  PIT201" not in ran.stdout
