"""Case files: programs with markers, the disguises they run in, and flake8 and the fixer around them.

A case is `tests/cases/CODE/NAME.py`, or a folder `NAME/` of modules. Its markers:

    # why: …              first line: what is true of the program at run time
    # expect: PIT201      at the end of the line on which a finding starts
    # expect-at: 12 PIT101   in the header, where no comment can stand
    # expect-all: PIT509  what is found when every code is selected
    # python: >=3.12      where the source needs it
    # options: --select PIT105   the codes that the case runs with; else those that are on by default

Lines without a marker must be silent for the codes of the case's family. `NAME.fixed.py` is the text after all fixes of the marked codes.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from flake8_pitfalls import rules
from flake8_pitfalls.model import Rule
from flake8_pitfalls.text.parse import parse
from flake8_pitfalls.text.source import LINE_END

HERE = Path(__file__).parent / "cases"
WAITING = Path(__file__).with_name("waiting.txt")

EXPECT = re.compile(r"#\s*expect:\s*((?:PIT\d{3}[,\s]*)+)")
EXPECT_ALL = re.compile(r"#\s*expect-all:\s*((?:PIT\d{3}[,\s]*)+)")
EXPECT_AT = re.compile(r"#\s*expect-at:\s*(\d+)\s+(PIT\d{3})")
OPTIONS = re.compile(r"#\s*options:.*?--select[= ](\S+)")
PYTHON = re.compile(r"#\s*python:\s*(>=|<)\s*(\d+)\.(\d+)")
CODE = re.compile(r"PIT\d{3}")
# The codes that a case answers for: those that are about the same programs as its folder's code.
FAMILIES = [
    re.compile(one) for one in (r"PIT1\d\d", r"PIT2\d\d", r"PIT30[12]", r"PIT30[34]", r"PIT3(0[5-9]|1\d)", r"PIT4\d\d", r"PIT5\d\d")
]

Place = tuple[str, int, str]  # file below the case, line, code


class Case(NamedTuple):
    """One case; `files` by their path below the folder that it stands in, so that a folder keeps its name."""

    code: str
    name: str
    files: dict[str, str]
    expected: frozenset[Place]
    everything: frozenset[Place]
    select: tuple[str, ...]
    fixed: dict[str, str]

    @property
    def id(self) -> str:
        return f"{self.code}/{self.name}"

    def family(self, code: str) -> bool:
        """Whether the case answers for a code."""
        return any(one.fullmatch(self.code) and one.fullmatch(code) for one in FAMILIES)

    def rules(self) -> list[Rule]:
        """The rules that the case runs with."""
        chosen = [rule for rule in rules.load().values() if self.family(rule.code)]
        if self.select:
            return [rule for rule in chosen if rule.code.startswith(self.select)]
        return [rule for rule in chosen if rule.default]

    def marked(self) -> set[str]:
        """The codes that some line is marked with."""
        return {code for _, _, code in self.expected}


def cases() -> list[Case]:
    """All cases that this Python can read."""
    found = []
    for folder in sorted(path for path in HERE.iterdir() if path.is_dir()):
        for path in sorted(folder.iterdir()):
            if path.name.startswith(("_", ".")) or path.name.endswith(".fixed.py"):
                continue
            if path.is_dir() or path.suffix == ".py":
                case = read(folder.name, path)
                if case is not None:
                    found.append(case)
    return found


def read(code: str, path: Path) -> Case | None:
    """One case; None where it is for another Python."""
    paths = [one for one in sorted(path.rglob("*.py")) if "__pycache__" not in one.parts] if path.is_dir() else [path]
    fixed = {str(one.relative_to(path.parent)): text_of(one) for one in paths if one.name.endswith(".fixed.py")}
    if not path.is_dir() and (beside := path.with_name(f"{path.stem}.fixed.py")).exists():
        fixed[beside.name] = text_of(beside)
    files = {str(one.relative_to(path.parent)): text_of(one) for one in paths if not one.name.endswith(".fixed.py")}
    heads = "\n".join(head(text) for text in files.values())
    if not right_python(heads):
        return None
    select = OPTIONS.search(heads)
    expected = frozenset((name, *one) for name, text in files.items() for one in marks(text, EXPECT))
    everything = frozenset((name, *one) for name, text in files.items() for one in marks(text, EXPECT_ALL))
    name = path.name if path.is_dir() else path.stem
    return Case(code, name, files, expected, everything, tuple(select[1].split(",")) if select else (), fixed)


def text_of(path: Path) -> str:
    """A case's text; its line ends are the disguises' business."""
    return path.read_bytes().decode("utf-8")


def head(text: str) -> str:
    """The first lines, where markers about the whole program stand."""
    return "\n".join(LINE_END.split(text)[:6])


def right_python(heads: str) -> bool:
    """Whether the case is for this Python."""
    return all((sys.version_info[:2] >= (int(major), int(minor))) == (sign == ">=") for sign, major, minor in PYTHON.findall(heads))


def marks(text: str, marker: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The lines that are marked, each with a code."""
    for number, line in enumerate(LINE_END.split(text), 1):
        for found in marker.finditer(line):
            yield from ((number, code) for code in CODE.findall(found[1]))
        if marker is EXPECT:
            yield from ((int(found[1]), found[2]) for found in EXPECT_AT.finditer(line))


def bare(text: str) -> str:
    """A text without its markers and its first line, which says why."""
    lines = [re.sub(r"\s*#\s*expect(-all|-at)?:.*$", "", line).rstrip() for line in LINE_END.split(text)]
    return "\n".join(line for line in lines if not line.startswith("# why:"))


def waiting() -> dict[str, str]:
    """The cases that are known to fail, each with the reason; one that passes must leave the list."""
    lines = [line for line in WAITING.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    return {line.split()[0]: " ".join(line.split()[1:]) for line in lines}


# Disguises: the same program in another dress must get the same findings on the same lines.


def plain(text: str) -> str:
    return text


def crlf(text: str) -> str:
    return LINE_END.sub("\r\n", text)


def lone_cr(text: str) -> str:
    return LINE_END.sub("\r", text)


def form_feed(text: str) -> str:
    """A form feed before the first line, where `str.splitlines` would see a line more."""
    return "\f" + text


def korean(text: str) -> str:
    """Korean text before every simple statement that begins its line, so that bytes and characters part."""
    try:
        tree = parse(text)
    except SyntaxError:
        return text
    lines = re.split(r"(?<=\n)", text)
    docstrings = {id(node.body[0]) for node in ast.walk(tree) if has_docstring(node)}
    for node in ast.walk(tree):
        if isinstance(node, KEPT) or not isinstance(node, ast.stmt) or id(node) in docstrings:
            continue
        line = lines[node.lineno - 1]
        if not line.encode()[: node.col_offset].strip(b" \t\f"):
            lines[node.lineno - 1] = line.encode()[: node.col_offset].decode() + '"한글 😀"; ' + line.encode()[node.col_offset :].decode()
    dressed = "".join(lines)
    try:
        parse(dressed)
    except SyntaxError:
        return text
    return dressed


# What cannot stand behind a semicolon, and what must come first.
KEPT = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.If,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.With,
    ast.AsyncWith,
    ast.Try,
    ast.Match,
    ast.ImportFrom,
    *([ast.TryStar] if sys.version_info >= (3, 11) else []),
)


def has_docstring(node: ast.AST) -> bool:
    """Whether a node's body begins with a docstring."""
    return (
        isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and ast.get_docstring(node, False) is not None
    )


DISGUISES: dict[str, Callable[[str], str]] = {one.__name__: one for one in (plain, crlf, lone_cr, form_feed, korean)}
# Those that change nothing but how lines end, so that a fixed text in disguise is the fixed text disguised.
OUTER = ("crlf", "lone_cr", "form_feed")


def put(case: Case, folder: Path, disguise: str) -> dict[str, Path]:
    """Writes a case into a folder; the files by their names."""
    written = {}
    for name, text in case.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(DISGUISES[disguise](text).encode())
        written[name] = path
    return written
