"""A Jupyter notebook as one module text, and that text back into the notebook's cells.

The code cells stand below each other, each under a comment that marks it; names are seen over cells, as in a kernel. What is no Python
(line magics, `!` commands, `f?`, the cells of `%%bash` and its kin) is replaced line by line, and put back afterwards. Only source
strings that changed are written again: every other byte of the file stays, whatever wrote it (nbformat 4, "cells").
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]  # the typeshed leaves it out
from typing import NamedTuple

from flake8_pitfalls.text.source import LINE_END

MARK = "# pitfalls: cell "
STAND_IN = "# pitfalls: line "
FIRST_LINE = re.compile(rf"^{MARK}(\d+)$", re.MULTILINE)
BLANK = re.compile(r"[ \t\n\r]*")
# Cell magics whose body is Python that runs here (IPython, "Built-in magic commands").
PYTHON_CELLS = frozenset(("time", "timeit", "capture", "prun"))
LINE_MAGIC = re.compile(r"(?P<indent>[ \t]*)(?P<target>[^\W\d]\w*[ \t]*=[ \t]*)?(?:[%!]|\?{1,2}[^\W\d])")
HELP = re.compile(r"[ \t]*[%\w.\[\]'\"]+\?{1,2}[ \t]*$")
STRING = re.compile(r'"""|\'\'\'')


class NotANotebook(Exception):
    """The text is no notebook; the message says why."""


class Cell(NamedTuple):
    """A code cell: its number among all cells (from 1), the stretch of the file's text that holds its source, and that source."""

    number: int
    start: int
    end: int
    source: str


class Notebook:
    """The text of an .ipynb file. Raises NotANotebook."""

    def __init__(self, text: str) -> None:
        self.raw = text
        try:
            self.is_python, self.cells = cells(text)
        except (ValueError, IndexError, TypeError, AttributeError, RecursionError) as error:
            raise NotANotebook(f"is no notebook: {error}") from None
        self.hidden: list[str] = []
        self.text = "".join(self._shown(cell) for cell in self.cells) if self.is_python else ""

    def _shown(self, cell: Cell) -> str:
        """A cell as a part of the module."""
        lines = split(cell.source)
        foreign = not_python(lines)
        body = "".join(self._stand_in(line) if n in foreign else line for n, line in enumerate(lines))
        return f"{MARK}{cell.number}\n{body}{'' if body.endswith(chr(10)) or not body else chr(10)}"

    def _stand_in(self, line: str) -> str:
        """A line that parses in the place of one that is no Python; an assignment stays one."""
        self.hidden.append(line)
        found = LINE_MAGIC.match(line)
        indent, target = (found["indent"], found["target"] or "") if found else (re.match(r"[ \t]*", line)[0], "")  # type: ignore[index]
        return f"{indent}{target}{'None' if target else 'pass'}  {STAND_IN}{len(self.hidden)}\n"

    def changed(self, text: str) -> str | None:
        """The notebook with its cells as a repaired module text has them; None where a line that is no Python was touched."""
        pieces = FIRST_LINE.split(text)
        sources = {int(number): body.removeprefix("\n") for number, body in zip(pieces[1::2], pieces[2::2], strict=True)}
        if self.cells and pieces[0]:  # what was put before everything goes into the first cell
            sources[self.cells[0].number] = pieces[0] + sources[self.cells[0].number]
        out, last = [], 0
        for cell in self.cells:
            source = self._restored(sources.get(cell.number, ""))
            if source is None or cell.number not in sources:
                return None
            if not cell.source.endswith("\n"):
                source = source.removesuffix("\n")
            if source != cell.source:
                out += [self.raw[last : cell.start], written(self.raw[cell.start : cell.end], source, self.is_ascii)]
                last = cell.end
        everything = text.count(STAND_IN) == len(self.hidden)
        return "".join([*out, self.raw[last:]]) if everything else None

    def _restored(self, text: str) -> str | None:
        lines = []
        for line in split(text):
            _, mark, number = line.rpartition(STAND_IN)
            if not mark:
                lines.append(line)
            elif number.strip().isdigit() and self._stands_in(line, int(number)):
                lines.append(self.hidden[int(number) - 1])
            else:
                return None
        return "".join(lines)

    def _stands_in(self, line: str, number: int) -> bool:
        """Whether a line is still the one that was put there."""
        hidden, self.hidden = self.hidden, self.hidden[: number - 1]
        try:
            return 0 < number <= len(hidden) and self._stand_in(hidden[number - 1]) == line
        finally:
            self.hidden = hidden

    @property
    def is_ascii(self) -> bool:
        """Whether the file writes other characters as `\\uXXXX`: it holds such and nothing beyond ASCII."""
        return self.raw.isascii() and "\\u" in self.raw


def place(text: str, line: int) -> tuple[int, int]:
    """The cell (from 1, all cells counted) and the line in it (from 1) of a line of a module text; (0, line) before the first."""
    number, start = 0, 0
    for found in FIRST_LINE.finditer(text):
        at = text.count("\n", 0, found.start()) + 1
        if at >= line:
            break
        number, start = int(found[1]), at
    return number, line - start


def split(text: str) -> list[str]:
    """The lines of a text with their ends."""
    lines, last = [], 0
    for found in LINE_END.finditer(text):
        lines.append(text[last : found.end()])
        last = found.end()
    return [*lines, text[last:]] if last < len(text) else lines


def not_python(lines: list[str]) -> set[int]:
    """Which lines of a cell (from 0) are no Python."""
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    found: set[int] = set()
    if first is not None and lines[first].startswith("%%"):
        if lines[first][2:].split()[:1] not in [[name] for name in PYTHON_CELLS]:
            return {n for n, line in enumerate(lines) if line.strip()}
        found.add(first)
    quotes = ""
    for n, line in enumerate(lines):
        if not quotes and n not in found and is_magic(line):
            found.add(n)
            while lines[n].rstrip("\r\n").endswith("\\") and n + 1 < len(lines):
                n += 1
                found.add(n)
            continue
        for mark in STRING.findall(line) if n not in found else ():
            quotes = mark if not quotes else "" if mark == quotes else quotes
    return found


def is_magic(line: str) -> bool:
    """Whether a line is a magic, a command for the shell, or a question for help."""
    found = LINE_MAGIC.match(line)
    return (found is not None and not line[found.end() - 1 :].startswith(("%=", "!="))) or HELP.match(line) is not None


def cells(text: str) -> tuple[bool, list[Cell]]:
    """Whether a notebook's language is Python, and its code cells with where their sources stand. Raises ValueError and its kin."""
    found: list[Cell] = []
    languages: set[str] = set()
    for key, start, end in members(text, skip(text, 0)):
        if key == "cells":
            for number, (first, _) in enumerate(elements(text, start), 1):
                parts = {name: (at, to) for name, at, to in members(text, first)}
                if json.loads(text[slice(*parts["cell_type"])]) == "code" and "source" in parts:
                    source = json.loads(text[slice(*parts["source"])])
                    found.append(Cell(number, *parts["source"], source if isinstance(source, str) else "".join(source)))
        elif key == "metadata":
            metadata = json.loads(text[start:end])
            languages = {metadata.get("language_info", {}).get("name", ""), metadata.get("kernelspec", {}).get("language", "")}
    return not languages - {"", "python", "ipython", "python3"}, found


def skip(text: str, at: int) -> int:
    """The offset of the next character that is no blank."""
    return BLANK.match(text, at).end()  # type: ignore[union-attr]


def value_end(text: str, at: int) -> int:
    return json.JSONDecoder().raw_decode(text, at)[1]


def members(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    """The members of a JSON object that begins at an offset: key, and where its value begins and ends."""
    if text[at] != "{":
        raise ValueError("an object was to stand here")
    at = skip(text, at + 1)
    while text[at] != "}":
        key, at = scanstring(text, at + 1)
        start = skip(text, skip(text, at) + 1)
        end = value_end(text, start)
        yield key, start, end
        at = skip(text, end)
        at = skip(text, at + 1) if text[at] == "," else at


def elements(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Where the elements of a JSON array begin and end."""
    if text[at] != "[":
        raise ValueError("a list was to stand here")
    at = skip(text, at + 1)
    while text[at] != "]":
        end = value_end(text, at)
        yield at, end
        at = skip(text, end)
        at = skip(text, at + 1) if text[at] == "," else at


def written(raw: str, source: str, is_ascii: bool) -> str:
    """A source value with other lines: in the same form, strings that stay as they were written."""

    def quoted(line: str) -> str:
        return json.dumps(line, ensure_ascii=is_ascii)

    if raw.startswith('"'):
        return quoted(source)
    spans = list(elements(raw, 0))
    known = {json.loads(raw[start:end]): raw[start:end] for start, end in spans}
    lines = [known.get(line) or quoted(line) for line in split(source)]
    lead = raw[1 : spans[0][0]] if spans else ""
    between = raw[spans[0][1] : spans[1][0]] if len(spans) > 1 else f",{lead or ' '}"
    tail = raw[spans[-1][1] : -1] if spans else ""
    return f"[{lead}{between.join(lines)}{tail}]"
