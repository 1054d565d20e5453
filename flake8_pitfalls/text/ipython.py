"""What IPython reads in a cell that is no Python, and Python that can stand in its place.

Magics (`%time f()`), commands (`!ls`), questions for help (`f?`), what is assigned from them (`files = !ls`), and cells of other
languages (`%%bash`). No line of Python begins with one of `% ! ? / , ;`, and none holds a `?` outside of strings and comments; what
looks like it in a line that goes on (`"%s"` above, `% name)` below) is Python. Source: IPython, "Input transforms" and "Built-in magics".
"""

from __future__ import annotations

import ast
import keyword
import re
from typing import NamedTuple

from flake8_pitfalls.text.parse import parse, parses
from flake8_pitfalls.text.source import LINE_END

# Cell magics whose body is Python that runs here; of these, what the body binds stays bound after ASIDE no more than before.
PYTHON_CELLS = frozenset(("time", "timeit", "capture", "prun"))
ASIDE = frozenset(("timeit",))
# Cell magics whose body is text, or runs in another process: they bind no name here.
ELSEWHERE = frozenset("HTML SVG file html javascript js latex markdown pypy python python2 python3 svg writefile".split())
# Line magics that may bind any name.
BINDING = frozenset(("run", "pylab", "rerun", "recall", "rep", "edit", "ed"))
CALL = "get_ipython()"
ANY_NAME = "from __notebook__ import *"  # there is none: nobody knows what it brings

CELL_MAGIC = re.compile(r"%%(?P<name>[^\W\d]\w*)?(?P<rest>[^\r\n]*)")
ESCAPED = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[%!?/,;])(?P<rest>[^\r\n]*)")
NAME = re.compile(r"(?<![\w.\-])[^\W\d]\w*")
FIELD = re.compile(r"\{[^{}]*\}|\$[^\W\d]\w*")
IMPORT = re.compile(r"\b(?:from[ \t]+[\w.]+[ \t]+)?import[ \t]+[\w., \t]*\w")
PART = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
    |(?P<string>\"{3}(?:\\[\s\S]|[^\\])*?(?:\"{3}|\Z)|'{3}(?:\\[\s\S]|[^\\])*?(?:'{3}|\Z)
        |"(?:\\[\s\S]|[^"\\\r\n])*"|'(?:\\[\s\S]|[^'\\\r\n])*')
    |(?P<joined>\\(?:\r\n|\r|\n))
    |(?P<end>\r\n|\r|\n)
    |(?P<opened>[(\[{])|(?P<closed>[)\]}])
    |(?P<assigned>(?<![=!<>:+\-*/%&|^@])=[ \t]*(?:%[^\W\d]|!))
    |(?P<help>\?{1,2}[ \t]*(?=[\r\n]|\Z))""",
    re.VERBOSE,
)


class Escape(NamedTuple):
    """Lines of a cell that are no Python, the first and the last (from 0), and a statement that can stand there."""

    first: int
    last: int
    statement: str


class Reading(NamedTuple):
    """A cell as IPython reads it: whether its body is Python, what is not, and a statement for the names that it may leave behind,
    "" for none."""

    is_python: bool
    escapes: tuple[Escape, ...] = ()
    leaves: str = ""


def split(text: str) -> list[str]:
    """The lines of a text with their ends."""
    lines, last = [], 0
    for found in LINE_END.finditer(text):
        lines.append(text[last : found.end()])
        last = found.end()
    return [*lines, text[last:]] if last < len(text) else lines


def read(source: str) -> Reading:
    """What a cell holds."""
    lines = split(source)
    escapes: list[Escape] = []
    leaves: list[str] = []
    number = first_line(lines, 0)
    while number < len(lines) and (magic := CELL_MAGIC.match(lines[number])):
        words = [word for word in NAME.findall(magic["rest"]) if not keyword.iskeyword(word)]
        body = "".join(lines[number + 1 :])
        if magic["name"] not in PYTHON_CELLS:
            return Reading(False, (), "" if magic["name"] in ELSEWHERE else unknown([*words, *bound(body)]))
        escapes.append(Escape(number, number, unknown(words) if magic["name"] == "capture" else call(magic["rest"])))
        if magic["name"] in ASIDE:
            leaves += bound(body)
        number = first_line(lines, number + 1)
    return Reading(True, (*escapes, *line_escapes(lines, number)), unknown(leaves))


def first_line(lines: list[str], start: int) -> int:
    """The number of the first line that is not blank."""
    return next((number for number in range(start, len(lines)) if lines[number].strip()), len(lines))


def line_escapes(lines: list[str], start: int) -> list[Escape]:
    """What is no Python among the lines from a number on."""
    source, starts = "".join(lines), [0]
    found: list[Escape] = []
    for line in lines:
        starts.append(starts[-1] + len(line))
    number = start
    while number < len(lines):
        escaped = ESCAPED.match(lines[number])
        if escaped:
            last = continued(lines, number)
            command = "".join(lines[number : last + 1]).strip()
            found.append(Escape(number, last, escaped["indent"] + stand_in(command)))
            number = last + 1
        else:
            number, escape = statement(source, lines, starts, number)
            if escape is not None:
                found.append(escape)
    return found


def statement(source: str, lines: list[str], starts: list[int], first: int) -> tuple[int, Escape | None]:
    """The line after the statement that begins on a line; and that it is none, where it turns out so."""
    depth = 0
    indent = re.match(r"[ \t]*", lines[first])[0]  # type: ignore[index]
    for part in PART.finditer(source, starts[first]):
        kind = part.lastgroup
        if kind == "opened":
            depth += 1
        elif kind == "closed":
            depth = max(0, depth - 1)
        elif kind == "end" and not depth:
            return line_of(starts, part.end(), first), None
        elif kind == "help":
            last = line_of(starts, part.start(), first)
            return last + 1, Escape(first, last, indent + CALL)
        elif kind == "assigned" and not depth:
            here = line_of(starts, part.start(), first)
            last = continued(lines, here)
            target = source[starts[first] : part.start()].strip()
            command = source[part.start() + 1 : starts[last + 1]].strip()
            plain = here == first and target.isprintable()
            return last + 1, Escape(first, last, f"{indent}{target} = {used(command)}") if plain else None
    return len(lines), None


def line_of(starts: list[int], offset: int, first: int) -> int:
    """The number of the line that an offset stands on, which is not before the first."""
    while first + 1 < len(starts) and starts[first + 1] <= offset:
        first += 1
    return first


def continued(lines: list[str], number: int) -> int:
    """The last line of a command that goes on behind backslashes."""
    while lines[number].rstrip("\r\n").endswith("\\") and number + 1 < len(lines):
        number += 1
    return number


def stand_in(command: str) -> str:
    """A statement in the place of a command, which binds what it may bind and uses what it may use."""
    if command[0] == "%":
        name, _, rest = command.lstrip("%").partition(" ")
        if name in BINDING or (name == "store" and "-r" in rest.split()):
            return ANY_NAME
        imported = IMPORT.search(rest)
        if imported and parses(imported[0]):
            return imported[0]
        before, is_assigned, _ = rest.partition("=")
        if is_assigned and "(" not in before and not rest.startswith("=", len(before) + 1):
            names = [word for word in NAME.findall(before) if not keyword.iskeyword(word)]
            if names:
                return f"{' = '.join(names)} = {call(rest)}"
    return used(command)


def used(command: str) -> str:
    """A call that is handed the names that a command may use."""
    if command[0] == "%":
        return call(command.lstrip("%").partition(" ")[2])
    return call(" ".join(FIELD.findall(command))) if command[0] == "!" else call(command[1:]) if command[0] in "/,;" else CALL


def call(text: str) -> str:
    """A call of which nobody knows what it does, with the names in a text."""
    names = dict.fromkeys(word for word in NAME.findall(text) if not keyword.iskeyword(word))
    return f"get_ipython({', '.join(names)})"


def unknown(names: list[str]) -> str:
    """A statement that gives names a value that nobody knows."""
    plain = dict.fromkeys(name for name in names if not keyword.iskeyword(name))
    return f"{' = '.join(plain)} = {CALL}" if plain else ""


def bound(body: str) -> list[str]:
    """The names that a text binds if it is Python."""
    lines = split(body)
    for escape in line_escapes(lines, 0):
        lines[escape.first : escape.last + 1] = [f"{escape.statement}\n", *["\n"] * (escape.last - escape.first)]
    try:
        tree = parse("".join(lines))
    except SyntaxError:
        return []
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.append(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.append(node.name)
        elif isinstance(node, ast.alias):
            names.append((node.asname or node.name).partition(".")[0])
    return [name for name in names if name != "*"]
