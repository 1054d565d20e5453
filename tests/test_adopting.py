"""Adopting us on an old code base: `# noqa` comments that are written and those that hide nothing, and baselines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands import fix

from flake8_pitfalls import fixer, rules
from flake8_pitfalls.fixer import Outcome, Policy
from flake8_pitfalls.model import Settings
from flake8_pitfalls.running import baseline
from flake8_pitfalls.running.silence import silence

RULES = list(rules.load().values())
ON = [rule for rule in RULES if rule.default or rule.code == "PIT001"]


def check(text: str, codes: str = "PIT") -> list[tuple[int, int, str, str]]:
    """What is found: line, column, code, message."""
    found = fixer.check(text, "a.py", [rule for rule in ON if rule.code.startswith(codes) or codes == "PIT"], Settings(), Policy())
    return [(one.line, one.column, one.code, one.message) for one in (verdict.finding for verdict in found.verdicts)]


# Comments that hide nothing


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("y = x == 257  # noqa: PIT201", "no such finding begins on this line"),
        ("y = x == 257  # noqa: PIT2", "no such finding begins on this line"),
        ("y = x == 257  # NOQA:E501,PIT201 since then", "no such finding begins on this line"),
        ("y = x == 257  # noqa: PIT999", "no code of ours begins so"),
        ("y = x is 257  # noqa: pit201", "in capitals only, `PIT201`"),
        ("y = (x  # noqa: PIT201\n is 257, x == 1,\n x == 2)  # noqa: PIT203", "no such finding begins on this line"),
        ("y = (\n x is 257 and\n x == 1,\n)  # noqa: PIT201", "no such finding begins on this line"),
        ("y = (x is\n  257)  # noqa: PIT201", "the finding begins on line 1, and flake8 looks for the comment there"),
        ('y = x == """\n"""  # noqa: PIT201', "no such finding begins on this line"),
    ],
)
def test_a_comment_that_hides_nothing(line: str, says: str) -> None:
    found = [message for *_, code, message in check(line + "\n") if code == "PIT001"]
    assert len(found) == 1 and says in found[0], found


@pytest.mark.parametrize(
    "line",
    [
        "y = x is 257  # noqa: PIT201",
        "y = x is 257  # noqa: PIT2",
        "y = x is 257  # noqa:E501 PIT201",
        "y = x == 257  # noqa",
        "y = x == 257  # noqa: E501, W291",
        "y = x == 257  # noqa : PIT201",  # which hides everything
        "y = x == 257  # noqa: PIT105",  # not looked for
        "y = x == 257  # noqa: PIT1",  # not all of them are looked for
        "y = x == 257  # noqa: PIT001",
        "y = '# noqa: PIT201'",
        'y = """\n# noqa: PIT201\n"""',
        'y = """\n""" is 257  # noqa: PIT201',
        "y = x is \\\n 257  # noqa: PIT201",
        "# flake8: noqa\ny = x == 257  # noqa: PIT201",
        "y = x == 257  # ruff: noqa: PIT201",
        "y = x == 257  # see # noqa PIT201",
    ],
)
def test_a_comment_that_is_left_alone(line: str) -> None:
    assert "PIT001" not in [code for *_, code, _ in check(line + "\n")]


def test_a_comment_is_judged_only_where_its_code_is() -> None:
    text = "y = x == 257  # noqa: PIT201, PIT301\n"
    assert check(text, "PIT001") == []
    some = [rule for rule in RULES if rule.code in ("PIT001", "PIT201")]
    messages = [verdict.finding.message for verdict in fixer.check(text, "a.py", some, Settings(), Policy()).verdicts]
    assert len(messages) == 1 and "PIT201" in messages[0] and "PIT301" not in messages[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("y = 1  # noqa: PIT201\r\n", "y = 1\r\n"),
        ("y = 1  # noqa: PIT201, E501\n", "y = 1  # noqa: E501\n"),
        ("y = 1  # noqa:E501,PIT201,PIT203\n", "y = 1  # noqa:E501\n"),
        ("y = 1  # noqa: PIT201, E501: too long\n", "y = 1  # noqa: E501: too long\n"),
        ("y = 1  # noqa: PIT201: a habit\n", "y = 1  # a habit\n"),
        ("y = 1  # noqa: PIT201 # type: ignore\n", "y = 1  # type: ignore\n"),
        ("y = 1  # type: ignore # noqa: PIT201\n", "y = 1  # type: ignore\n"),
        ("y = 1\n    # noqa: PIT201\nz = 2\n", "y = 1\nz = 2\n"),
        ("y = '한글'  # noqa: PIT201 — 왜\n", "y = '한글'  # 왜\n"),
        ("y = 1  # noqa: PIT201", "y = 1"),
        ("y = (x is\n  1)  # noqa: PIT201\n", "y = (x ==\n  1)\n"),  # the comment was meant for what is repaired now
    ],
)
def test_codes_are_taken_out(before: str, after: str) -> None:
    assert fixer.repair(before, "a.py", ON, Settings(), Policy()).after == after


def test_flake8_reports_them_too(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("y = x == 257  # noqa: PIT201\n")
    command = [sys.executable, "-m", "flake8", "--isolated", "-j1", "--select=PIT001,PIT2", "a.py"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert ran.stdout.startswith(b"a.py:1:15: PIT001 ")


# Comments that are written

FORMS = {
    "plain": "y = x is 257\n",
    "no_end": "y = x is 257",
    "blanks": "y = x is 257  \t\n",
    "comment": "y = x is 257  # why\n",
    "typed": "y = x is 257  # type: ignore[comparison]\n",
    "joins": "y = x is 257  # noqa: E501\n",
    "joins_tight": "y = x is 257  # noqa:E501,W291\n",
    "joins_reason": "y = x is 257  # NOQA: E501 long ago\n",
    "joins_colon": "y = x is 257  # noqa: E501: long\n",
    "two_kinds": "y = x is 257, a == b in c\n",
    "semicolon": "y = x is 257; z = x is 258\n",
    "backslash": "y = x is \\\n    257 or \\\n    x is 258\n",
    "brackets": "y = (\n    x is 257,\n    x is\n    258,\n)\n",
    "string": 'y = """\n  text\n""" is 257, """\n""", x is 258\n',
    "string_then": 'y = ("""\n""",\n  x is 257)\n',
    "pattern": 'import re\nre.search(rf"""\n  (?x) a{6}\n  \\d{6}\n""", text)\n',
    "crlf": "if x is 257:\r\n    y = x is 258\r\n",
    "cr": "if x is 257:\r    y = x is 258\r",
    "feed": "\x0cy = x is 257\x0c\n\x0c\n",
    "tabs": "if x:\n\ty = x is 257\n",
    "lambda": "f = lambda x: (\n    x is 257)\n",
    "decorated": "@d(x is 257)\nclass A:\n    b = x is 258\n",
    "hangul": "이름 = '한글', x is 257  # 왜\n",
    "f_string": 'y = f"{x is 257}"\n',
    "nested": 'y = f"""\n{x}\n""", x is 257\n',
}


@pytest.mark.parametrize("name", FORMS)
def test_what_is_written_changes_no_program(name: str) -> None:
    text = FORMS[name]
    done = silence(text, "a.py", ON, Settings(), Policy())
    assert not done.errors and not done.verdicts and done.silenced
    assert compile(done.after, "", "exec", flags=0x400, dont_inherit=True)
    assert fixer.check(done.after, "a.py", ON, Settings(), Policy()).verdicts == ()
    again = silence(done.after, "a.py", ON, Settings(), Policy())
    assert again.after == done.after and not again.silenced
    bare = [line.partition("#")[0].rstrip(" \t\r") for line in done.after.split("\n")]
    assert bare == [line.partition("#")[0].rstrip(" \t\r") for line in text.split("\n")] or name == "cr"


def test_flake8_is_silenced_as_well(tmp_path: Path) -> None:
    """The real flake8 over what was written for every form, in UTF-8, with a byte order mark, and in the encodings of their cookies."""
    folder = tmp_path / "src"
    folder.mkdir()
    for name, text in FORMS.items():
        (folder / f"{name}.py").write_bytes(text.encode())
        (folder / f"{name}_mark.py").write_bytes(b"\xef\xbb\xbf" + text.encode())
        for encoding in ("cp949", "euc-kr"):
            if name != "cr":
                (folder / f"{name}_{encoding}.py").write_bytes(f"# -*- coding: {encoding} -*-\n{text}".encode(encoding))
    command = [sys.executable, "-m", "flake8", "--isolated", "-j1", "--select=PIT", "src"]
    first = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert not first.stderr, first.stderr.decode()
    before = first.stdout.decode().splitlines()
    assert {os.path.basename(line.partition(":")[0]) for line in before} == {path.name for path in folder.iterdir()}
    ran = fix("--add-noqa", "src", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr.decode()
    assert f"hid {len(before)} findings in {len(list(folder.iterdir()))} files".encode() in ran.stderr
    assert not subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).stdout.decode()
    assert fix("--check", "src", cwd=tmp_path).returncode == 0
    assert (folder / "hangul_cp949.py").read_bytes().decode("cp949").endswith("x is 257  # 왜  # noqa: PIT201\n")


def test_codes_join_those_that_are_there() -> None:
    def after(text: str) -> str:
        return silence(text, "a.py", ON, Settings(), Policy()).after

    assert after(FORMS["joins"]) == "y = x is 257  # noqa: E501, PIT201\n"
    assert after(FORMS["joins_tight"]) == "y = x is 257  # noqa:E501,W291,PIT201\n"
    assert after(FORMS["joins_reason"]) == "y = x is 257  # NOQA: E501, PIT201 long ago\n"
    assert after(FORMS["two_kinds"]) == "y = x is 257, a == b in c  # noqa: PIT201, PIT203\n"


def test_what_no_comment_can_hide_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("y = x is 257, '# noqa: E501'\nz = x is 258\n")
    ran = fix("--add-noqa", "a.py", cwd=tmp_path)
    assert ran.returncode == 2
    assert b"a.py: error: 1:5: PIT201 cannot be hidden: the text on its lines holds `# noqa` itself" in ran.stderr
    assert (tmp_path / "a.py").read_text() == "y = x is 257, '# noqa: E501'\nz = x is 258  # noqa: PIT201\n"
    (tmp_path / "b.py").write_text("y = x is 257 (\n")
    assert fix("--add-noqa", "b.py", cwd=tmp_path).returncode == 2


def test_comments_go_only_where_they_are_wanted(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("y = x is 257, a == b in c\n")
    shown = fix("--add-noqa", "--diff", "--select=PIT201", "a.py", cwd=tmp_path)
    assert b"+y = x is 257, a == b in c  # noqa: PIT201\n" in shown.stdout
    assert b"would hide 1 finding in 1 file by `# noqa`" in shown.stderr
    assert "noqa" not in (tmp_path / "a.py").read_text()
    assert fix("--add-noqa", "--check", "a.py", cwd=tmp_path).returncode == 2
    assert b"# noqa: PIT201, PIT203" in fix("--add-noqa", "-", cwd=tmp_path, stdin=b"y = x is 257, a == b in c\n").stdout


# Baselines

OLD = "def f(x, a, b, c):\n    if x is 257:\n        return a == b in c\n    return x is 257\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "src").mkdir()
    (tmp_path / "src/a.py").write_text(OLD)
    (tmp_path / "src/b.py").write_text(OLD)
    ran = fix("--write-baseline", "base.json", "src", cwd=tmp_path)
    assert ran.returncode == 0
    assert b"base.json: 6 findings in 2 files (6 new, 0 gone)" in ran.stderr
    return tmp_path


def codes(*arguments: str, cwd: Path) -> list[str]:
    rows = fix("--check", "--output-format=jsonl", "-q", *arguments, cwd=cwd).stdout.splitlines()
    return [f"{row['path']}:{row['line']} {row['code']}" for row in map(json.loads, rows)]


def test_a_baseline_is_for_people_to_read(project: Path) -> None:
    lines = (project / "base.json").read_text().splitlines()
    assert '      {"code": "PIT201", "text": "if x is 257:"},' in lines
    assert [line for line in lines if '.py"' in line] == ['    "src/a.py": [', '    "src/b.py": [']
    assert json.loads("\n".join(lines))["version"] == baseline.VERSION
    before = (project / "base.json").read_bytes()
    (project / "src/a.py").write_text("# moved\n\n" + OLD.replace("    ", "  "))
    ran = fix("--write-baseline", "base.json", "src", cwd=project)
    assert b"(0 new, 0 gone)" in ran.stderr
    assert (project / "base.json").read_bytes() == before


def test_what_it_knows_is_neither_reported_nor_fixed(project: Path) -> None:
    assert fix("--check", "--baseline=base.json", ".", cwd=project).returncode == 0
    assert fix("--unsafe-fixes", "--baseline=base.json", ".", cwd=project).returncode == 0
    assert (project / "src/a.py").read_text() == OLD
    (project / "src/a.py").write_text("import os\n\n\n" + OLD + "    return x is 258\n" + "y = [x is 257, 1]\n")
    assert codes("--baseline=base.json", ".", cwd=project) == ["src/a.py:8 PIT201", "src/a.py:9 PIT201"]
    assert fix("--baseline=base.json", ".", cwd=project).returncode == 1
    assert (project / "src/a.py").read_text() == "import os\n\n\n" + OLD + "    return x == 258\n" + "y = [x == 257, 1]\n"


def test_one_more_of_the_same_is_reported(project: Path) -> None:
    (project / "src/a.py").write_text(OLD + "    return x is 257\n")
    assert codes("--baseline=base.json", "src", cwd=project) == ["src/a.py:5 PIT201"]


def test_paths_are_those_of_the_baseline(project: Path) -> None:
    assert codes("--baseline=../base.json", ".", cwd=project / "src") == []
    assert codes("--baseline=base.json", str(project / "src" / "a.py"), cwd=project) == []
    (project / "src/a.py").rename(project / "src/c.py")
    assert len(codes("--baseline=base.json", "src", cwd=project)) == 3
    assert fix("--check", "--baseline=base.json", "--stdin-filename=src/b.py", "-", cwd=project, stdin=OLD.encode()).returncode == 0


def test_a_setting_names_it(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.flake8-pitfalls]\nbaseline = "base.json"\n')
    assert codes(".", cwd=project / "src") == []
    assert len(codes("--no-baseline", "src", cwd=project)) == 6
    assert b'baseline = "base.json"  # settings file' in fix("--show-settings", ".", cwd=project).stdout


def test_what_is_not_there_any_more_is_said(project: Path) -> None:
    (project / "src/a.py").write_text(OLD.replace("x is 257:", "x == 257:"))
    ran = fix("--check", "--baseline=base.json", "src", cwd=project)
    assert ran.returncode == 0
    assert b"src/a.py: in the baseline, but not found any more: PIT201 if x is 257:" in ran.stderr
    assert b"write it again with --write-baseline" in ran.stderr
    assert not fix("--check", "-q", "--baseline=base.json", "src", cwd=project).stderr
    only = fix("--check", "--baseline=base.json", "--select=PIT203", "src", cwd=project)
    assert b"in the baseline" not in only.stderr, "what was not looked for is not gone"
    assert b"5 findings in 2 files (0 new, 1 gone)" in fix("--write-baseline", "base.json", "src", cwd=project).stderr


def test_writing_again_keeps_what_was_not_looked_at(project: Path) -> None:
    fix("--write-baseline", "base.json", "src/a.py", cwd=project)
    assert codes("--baseline=base.json", "src", cwd=project) == []
    fix("--write-baseline", "base.json", "--select=PIT203", "src", cwd=project)
    assert codes("--baseline=base.json", "src", cwd=project) == []
    (project / "src/a.py").write_text("def (\n")
    assert fix("--write-baseline", "base.json", "src", cwd=project).returncode == 2
    (project / "src/a.py").write_text(OLD)
    (project / "src/b.py").unlink()
    said = fix("--check", "--baseline=base.json", "src/a.py", cwd=project)
    assert said.returncode == 0 and said.stderr.count(b"src/b.py: in the baseline, but not found any more: ") == 3
    assert b"3 findings in 1 file (0 new, 3 gone)" in fix("--write-baseline", "base.json", "src", cwd=project).stderr


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "no such file"),
        ("{", "is no JSON"),
        ("[]", "is no baseline"),
        ('{"version": 2, "findings": {}}', "another version, 2"),
        ('{"version": 1, "findings": {"a.py": [{"code": 1}]}}', "'a.py' cannot be read"),
        ('{"version": 1, "findings": {"a.py": 3}}', "'a.py' cannot be read"),
        ('{"version": 1, "findings": {"a.py": [{"code": "PIT201", "text": "", "count": -1}]}}', "'a.py' cannot be read"),
    ],
)
def test_a_baseline_that_cannot_be_read_stops_the_run(content: str | None, says: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(OLD)
    if content is not None:
        (tmp_path / "base.json").write_text(content)
    ran = fix("--baseline=base.json", "a.py", cwd=tmp_path)
    assert ran.returncode == 2
    assert says in ran.stderr.decode() and "--write-baseline" in ran.stderr.decode()
    assert (tmp_path / "a.py").read_text() == OLD


def test_names_and_texts_of_any_kind_are_kept(tmp_path: Path) -> None:
    line = '"\u202e\x1b[31m한글", x is 257'
    (tmp_path / "한 글.py").write_text(line + "\n", encoding="utf-8")
    fix("--write-baseline", "base.json", ".", cwd=tmp_path)
    text = (tmp_path / "base.json").read_text(encoding="utf-8")
    assert '"한 글.py"' in text and "\x1b" not in text and "\u202e" not in text
    assert codes("--baseline=base.json", ".", cwd=tmp_path) == []


def test_a_defect_of_ours_is_never_known() -> None:
    from flake8_pitfalls.fixer import Verdict
    from flake8_pitfalls.model import Finding, Level, Span

    finding = Finding("PIT000", "internal-error", Level.ERROR, "", Span(0, 0), 1, 1, 1, 1)
    assert baseline.as_text({}) == '{\n  "version": 1,\n  "findings": {}\n}\n'
    assert finding.code in baseline.NEVER
    assert Outcome("a.py", "", "", (Verdict(finding, (), False),)).defects


def test_names_that_differ_in_case_are_one_where_the_system_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows: a baseline keeps names as they are written, and finds them by any case."""
    monkeypatch.setattr(os.path, "normcase", lambda path: str(path).lower())
    (project / "base.json").write_text((project / "base.json").read_text().replace("src/a.py", "SRC/A.py"))
    assert codes("--baseline=base.json", "src", cwd=project) == []
    (project / "src/a.py").write_text(OLD + "z = x is 258\n")
    fix("--write-baseline", "base.json", "src/a.py", cwd=project)
    assert '"src/a.py"' in (project / "base.json").read_text()


def test_a_mark_before_settings_and_baseline_is_no_harm(project: Path) -> None:
    mark = b"\xef\xbb\xbf"
    (project / "base.json").write_bytes(mark + (project / "base.json").read_bytes())
    (project / "pyproject.toml").write_bytes(mark + b'[tool.flake8-pitfalls]\nbaseline = "base.json"\n')
    assert codes("src", cwd=project) == []


BOOK = """{
 "cells": [
  {"cell_type": "code", "metadata": {}, "outputs": [], "source": ["%matplotlib inline\\n", "y = x is 257"]},
  {"cell_type": "code", "metadata": {}, "outputs": [], "source": ["z = x == 1  # noqa: PIT201\\n", "t = (x is\\n", "  257)"]}
 ],
 "metadata": {}, "nbformat": 4, "nbformat_minor": 5
}
"""


def test_notebooks_are_adopted_cell_by_cell(tmp_path: Path) -> None:
    book = tmp_path / "a.ipynb"
    book.write_text(BOOK)
    assert fix("--write-baseline", "base.json", "a.ipynb", cwd=tmp_path).returncode == 0
    assert codes("--baseline=base.json", ".", cwd=tmp_path) == []
    assert fix("--add-noqa", ".", cwd=tmp_path).returncode == 0
    written = BOOK.replace('"y = x is 257"', '"y = x is 257  # noqa: PIT201"').replace('"t = (x is\\n"', '"t = (x is  # noqa: PIT201\\n"')
    assert book.read_text() == written
    assert codes(".", cwd=tmp_path) == []
    assert fix("--extend-select=PIT001", ".", cwd=tmp_path).returncode == 1
    assert book.read_text() == written.replace('"z = x == 1  # noqa: PIT201\\n"', '"z = x == 1\\n"')
