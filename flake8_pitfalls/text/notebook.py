"""A Jupyter notebook as one module text, and that text back into the notebook's cells.

The code cells stand below each other, each under a comment that marks it; names are seen over cells, as in a kernel. What is no Python
is replaced line by line (`text/ipython.py`), and put back afterwards. Only source strings that changed are written again: every other
byte of the file stays, whatever wrote it (nbformat 4, "cells").
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from flake8_pitfalls.text import ipython
from flake8_pitfalls.text.ipython import first_line, split
from flake8_pitfalls.text.json_text import Stretch, elements, members, offset_in, quoted, rewritten, skip, trimmed
from flake8_pitfalls.text.parse import parse, version
from flake8_pitfalls.text.source import LINE_END, Source

SUFFIX = ".ipynb"
OURS = "# pitfalls: "
MARK = f"{OURS}cell "
STAND_IN = f"{OURS}line "
BETWEEN = f"{OURS}between cells"
INDENTED = "if True:  "
FIRST_LINE = re.compile(rf"^(?:{INDENTED})?{MARK}(\d+)$", re.MULTILINE)
LINE_IN_MESSAGE = re.compile(r"(?<!, )\b(lines? )(\d+(?:(?:, | and |, and )\d+)*)(?!\d)(?! of \S+\.py\b)")
PYTHONS = frozenset(("", "python", "ipython", "python3", "ipython3"))
WRONG_TOUCH = "it would change a line that is no Python, or go over the border of two cells"


class NotANotebook(Exception):
    """The text is no notebook that can be read; the message says why."""


class Written(NamedTuple):
    """A string of the file: where it begins and ends, its quotes included, and what it says."""

    start: int
    end: int
    said: str


class Cell(NamedTuple):
    """A code cell: its number among all cells (from 1), the stretch of the file's text that holds its source, that source, and the
    strings that make it up. `is_parameters`: whether what runs the notebook may give its names other values (papermill)."""

    number: int
    start: int
    end: int
    source: str
    strings: tuple[Written, ...]
    is_parameters: bool = False


class Notebook:
    """The text of an .ipynb file. `text` is its Python, "" where it holds none. Raises NotANotebook."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.cells: list[Cell] = []
        self.hidden: list[tuple[str, str]] = []  # lines that are no Python, each with what stands there
        self.between: list[str] = []
        pieces: list[str] = []
        for cell in cells(raw) if raw.strip() else ():
            reading = ipython.read(cell.source)
            if reading.is_python:
                self.cells.append(cell)
                pieces.append(self._shown(cell, reading))
            for statement in [reading.leaves] * bool(reading.leaves) + [ipython.ANY_NAME] * cell.is_parameters:
                self.between.append(f"{statement}  {BETWEEN}\n")
                pieces.append(self.between[-1])
        self.text = "".join(pieces)

    def _shown(self, cell: Cell, reading: ipython.Reading) -> str:
        """A cell as a part of the module."""
        lines = split(cell.source)
        for escape in reading.escapes:
            for number in range(escape.first, escape.last + 1):
                statement = f"{escape.statement}  " if number == escape.first else ""
                self.hidden.append((lines[number], f"{statement}{STAND_IN}{len(self.hidden) + 1}\n"))
                lines[number] = self.hidden[-1][1]
        body = "".join(lines)
        code = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
        indented = INDENTED if code[:1] in (" ", "\t") else ""
        return f"{indented}{MARK}{cell.number}\n{body}{'' if body.endswith(chr(10)) or not body else chr(10)}"

    # Back again

    def sources(self, text: str) -> dict[int, str] | None:
        """The source of each cell as a repaired module text has it; None where what is no Python was touched, or a border."""
        head, *pieces = FIRST_LINE.split(text)
        numbers = [int(number) for number in pieces[0::2]]
        if numbers != [cell.number for cell in self.cells]:
            return None
        bodies = [body.removeprefix("\n") for body in pieces[1::2]]
        if self.between:
            left = [line for body in (head, *bodies) for line in split(body) if line.endswith(f"  {BETWEEN}\n")]
            if left != self.between:
                return None
            head, *bodies = ["".join(line for line in split(body) if not line.endswith(f"  {BETWEEN}\n")) for body in (head, *bodies)]
        if head and not bodies:
            return None
        bodies[:1] = [head + body for body in bodies[:1]]  # what was put before everything goes into the first cell
        if text.count(STAND_IN) != len(self.hidden):
            return None
        found: dict[int, str] = {}
        for cell, body in zip(self.cells, bodies, strict=True):
            source = self._restored(body, cell)
            if source is None:
                return None
            found[cell.number] = source if cell.source.endswith("\n") else source.removesuffix("\n")
        return found

    def _restored(self, text: str, cell: Cell) -> str | None:
        """The lines of a cell with those that are no Python put back; a cell magic stays first."""
        if STAND_IN not in text:
            return text
        lines = split(text)
        for n, line in enumerate(lines):
            _, mark, number = line.rpartition(STAND_IN)
            if not mark:
                continue
            place = int(number) - 1 if number.strip().isdecimal() else -1
            if not 0 <= place < len(self.hidden) or self.hidden[place][1] != line:
                return None
            lines[n] = self.hidden[place][0]
            if n + 1 < len(lines) and not LINE_END.search(lines[n]):
                lines[n] += "\n"  # it was the cell's last line
        if cell.source.lstrip().startswith("%%") and not lines[first_line(lines, 0)].startswith("%%"):
            at = next(n for n, line in enumerate(lines) if line.startswith("%%"))
            end = next((n for n in range(at, len(lines)) if not lines[n].startswith("%%")), len(lines))
            lines = [*lines[at:end], *lines[:at], *lines[end:]]
        return "".join(lines)

    def edits(self, text: str) -> list[tuple[int, int, str]] | None:
        """What to change in the file's text for a repaired module text: where, and by what; None as for `sources`."""
        sources = self.sources(text)
        if sources is None:
            return None
        changed = [(cell, sources[cell.number]) for cell in self.cells if sources[cell.number] != cell.source]
        return [edit for cell, source in changed for edit in self._edits(cell, source)]

    def changed(self, text: str) -> str | None:
        """The file's text for a repaired module text; None as for `sources`."""
        edits = self.edits(text)
        if edits is None:
            return None
        out, last = [], 0
        for start, end, new in edits:
            out += [self.raw[last:start], new]
            last = end
        return "".join([*out, self.raw[last:]])

    def flaw(self, text: str) -> str:
        """What is wrong with a repaired module text, "" for nothing: a cell that is no program by itself, or as for `sources`."""
        return WRONG_TOUCH if self.sources(text) is None else broken(text)

    @cached_property
    def is_ascii(self) -> bool:
        """Whether the file writes other characters as `\\uXXXX`: it holds such and nothing beyond ASCII."""
        return self.raw.isascii() and "\\u" in self.raw

    def _edits(self, cell: Cell, source: str) -> list[tuple[int, int, str]]:
        """What gives a cell another source: the strings that differ, and in each no more than differs."""
        by_line = [one.said for one in cell.strings] == split(cell.source)
        if by_line and self.raw[cell.start] == "[":
            return [self._edit(cell, source)]
        edits, at, left = [], 0, stretches(cell.source, source)
        for number, one in enumerate(cell.strings, 1):
            own: list[Stretch] = []
            end = at + len(one.said)
            while left and (left[0].start < end or number == len(cell.strings)):
                start, stop, new = left.pop(0)
                own.append(Stretch(start - at, min(stop, end) - at, new))
                if stop > end:
                    left.insert(0, Stretch(end, stop, ""))
                    break
            if own:
                edits.append((one.start, one.end, rewritten(self.raw[one.start : one.end], own, self.is_ascii)))
            at = end
        return edits

    def _edit(self, cell: Cell, source: str) -> tuple[int, int, str]:
        """The stretch of the file that gives a cell another source, where its strings are its lines."""
        raw, strings = self.raw, cell.strings
        old, new = [one.said for one in strings], split(source)
        if not old:
            return cell.start, cell.end, f"[{', '.join(quoted(line, self.is_ascii) for line in new)}]"
        shorter = min(len(old), len(new))
        first = next((n for n in range(shorter) if old[n] != new[n]), shorter)
        tail = next((n for n in range(shorter - first) if old[-1 - n] != new[-1 - n]), shorter - first)
        gone, fresh = strings[first : len(old) - tail], new[first : len(new) - tail]
        lines = self._lines(gone, fresh)
        between = raw[strings[0].end : strings[1].start] if len(strings) > 1 else "," + (raw[cell.start + 1 : strings[0].start] or " ")
        text = between.join(lines)
        if gone and lines:
            return gone[0].start, gone[-1].end, text
        if tail:  # lines that come in, or go, before another one
            follows = strings[len(old) - tail]
            return (gone[0].start if gone else follows.start), follows.start, text + between * bool(lines)
        if first:  # the same at the end
            before = strings[first - 1]
            return before.end, (gone[-1].end if gone else before.end), between * bool(lines) + text
        return strings[0].start, strings[-1].end, text

    def _lines(self, gone: Sequence[Written], fresh: list[str]) -> list[str]:
        """Lines as the file writes them: those that are there already as they are, changed ones with no more written anew than must be."""
        lines: list[str] = []
        for i1, i2, j1, j2 in aligned([one.said for one in gone], fresh):
            if i2 - i1 == j2 - j1:
                pairs = zip(gone[i1:i2], fresh[j1:j2], strict=True)
                lines += [rewritten(self.raw[one.start : one.end], trimmed(one.said, line), self.is_ascii) for one, line in pairs]
            else:
                lines += [quoted(line, self.is_ascii) for line in fresh[j1:j2]]
        return lines

    # Where things stand

    @cached_property
    def source(self) -> Source:
        """The module text with its lines."""
        return Source(self.text)

    def offset(self, cell: int, line: int, column: int) -> int:
        """Where in `text` a place in a cell stands, line and column from 1."""
        starts = self.source.line_starts
        above = next((at for at, number in borders(self.text) if number == cell), 0)
        return starts[min(above + line, len(starts)) - 1] + column - 1

    def raw_offset(self, offset: int) -> int:
        """Where in the file the character of `text` at an offset stands; what is not the file's own is found at its cell's start."""
        line, column = self.source.position(offset)
        number, line_in_cell = place(self.text, line)
        cell = next((cell for cell in self.cells if cell.number == number), None)
        if cell is None:
            return 0
        lines = split(cell.source)
        column = min(column, len(lines[line_in_cell - 1])) if line_in_cell <= len(lines) else 0
        left = sum(map(len, lines[: line_in_cell - 1])) + column
        for one in cell.strings:
            if left < len(one.said):
                return one.start + offset_in(self.raw[one.start : one.end], left)
            left -= len(one.said)
        return cell.strings[-1].end - 1 if cell.strings else cell.start


def aligned(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Which of the old lines became which of the new ones: where both stretches begin and end."""
    from difflib import SequenceMatcher

    return [found[1:] for found in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()]


def stretches(old: str, new: str) -> list[Stretch]:
    """Where two texts differ, line by line as far as their lines can be told."""
    lines, others = split(old), split(new)
    found, at = [], 0
    for i1, i2, j1, j2 in aligned(lines, others):
        pairs = [("".join(lines[i1:i2]), "".join(others[j1:j2]))]
        if i2 - i1 == j2 - j1:
            pairs = list(zip(lines[i1:i2], others[j1:j2], strict=True))
        for line, other in pairs:
            found += trimmed(line, other, at)
            at += len(line)
    return found


def place(text: str, line: int) -> tuple[int, int]:
    """The cell (from 1, all cells counted) and the line in it (from 1) of a line of a module text; (0, line) before the first."""
    number, start = 0, 0
    for at, cell in borders(text):
        if at > line:
            break
        number, start = cell, at
    return number, max(1, line - start)


@lru_cache(maxsize=8)
def borders(text: str) -> tuple[tuple[int, int], ...]:
    """The lines (from 1) of a module text on which its cells are marked, each with the cell's number."""
    found, line, last = [], 1, 0
    for mark in FIRST_LINE.finditer(text):
        line += sum(1 for _ in LINE_END.finditer(text, last, mark.start()))
        last = mark.start()
        found.append((line, int(mark[1])))
    return tuple(found)


def spoken(message: str, text: str, cell: int) -> str:
    """A message about a place in a cell, with the lines that it names as lines of their cells; what it quotes stays."""

    def told(found: re.Match[str]) -> str:
        alone = all(place(text, int(line))[0] == cell for line in re.findall(r"\d+", found[2]))

        def one(digits: re.Match[str]) -> str:
            number, line = place(text, int(digits[0]))
            return str(line) if alone else f"line {line} of {'this cell' if number == cell else f'cell {number}'}"

        return found[1] * alone + re.sub(r"\d+", one, found[2])

    pieces = message.split("`")
    return "`".join(piece if n % 2 else LINE_IN_MESSAGE.sub(told, piece) for n, piece in enumerate(pieces))


def broken(text: str) -> str:
    """Why the first cell that is no program by itself is none, "" where all are: a bracket that another cell closes does not count."""
    starts = [found.start() for found in FIRST_LINE.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        try:
            parse(text[start:end])
        except SyntaxError as error:
            number = FIRST_LINE.match(text, start)
            line = max(1, (error.lineno or 1) - 1)
            return f"cell {number and number[1]} does not parse with Python {version()}: {error.msg} (line {line})"
    return ""


def cells(text: str) -> list[Cell]:
    """The code cells of a notebook in Python, with where their sources stand. Raises NotANotebook."""
    try:
        book = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotANotebook(f"is no notebook: {error.msg} (line {error.lineno}, column {error.colno})") from None
    except RecursionError:
        raise NotANotebook("is no notebook: its JSON is nested too deep") from None
    if isinstance(book, dict) and "cells" not in book and "worksheets" in book:
        advice = "`jupyter nbconvert --to notebook --nbformat 4 --inplace` makes it one of format 4, which can be read"
        raise NotANotebook(f"is a notebook of format {book.get('nbformat', 3)}; {advice}")
    if not (isinstance(book, dict) and isinstance(book.get("cells"), list) and all(isinstance(cell, dict) for cell in book["cells"])):
        raise NotANotebook("is no notebook: it has no list of cells")
    if not is_python(book.get("metadata")):
        return []
    found: list[Cell] = []
    start = {key: start for key, start, _ in members(text, skip(text, 0))}["cells"]
    for number, (at, _) in enumerate(elements(text, start), 1):
        cell = book["cells"][number - 1]
        if cell.get("cell_type") == "code" and is_python(cell.get("metadata")):
            span = {key: (start, end) for key, start, end in members(text, at)}.get("source")
            if span is not None:
                found.append(code_cell(text, number, span, cell))
    return found


def code_cell(text: str, number: int, span: tuple[int, int], cell: dict[str, Any]) -> Cell:
    """A code cell whose source value stands in a stretch of the text. Raises NotANotebook."""
    source, (start, end) = cell["source"], span
    if isinstance(source, str):
        strings: tuple[Written, ...] = (Written(start, end, source),)
    elif isinstance(source, list) and all(isinstance(one, str) for one in source):
        strings = tuple(Written(*place, said) for place, said in zip(elements(text, start), source, strict=True))
    else:
        raise NotANotebook(f"is no notebook: the source of cell {number} is neither a text nor a list of texts")
    whole = "".join(one.said for one in strings)
    if OURS in whole and re.search(rf"{OURS}(?:cell|line|between)", whole):
        raise NotANotebook(f"cell {number} holds `{OURS.strip()}`, which this program keeps for itself")
    tags = metadata.get("tags", ()) if isinstance(metadata := cell.get("metadata"), dict) else ()
    return Cell(number, start, end, whole, strings, isinstance(tags, list) and "parameters" in tags)


def is_python(metadata: Any) -> bool:
    """Whether the metadata of a notebook, or of a cell, name no language or Python."""

    def said(table: Any, key: str) -> Any:
        return table.get(key, "") if isinstance(table, dict) else ""

    named = [said(said(metadata, "language_info"), "name"), said(said(metadata, "kernelspec"), "language")]
    named += [said(said(metadata, "vscode"), "languageId"), said(said(metadata, "jupytext"), "main_language")]
    return all(not isinstance(name, str) or name.lower() in PYTHONS for name in named)
