"""What a run would change, as a unified diff."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from flake8_pitfalls.fixer import Outcome
from flake8_pitfalls.report.text import BOLD, CYAN, GREEN, RED, Paint, shown

CONTEXT = 3
STYLES = {"+": GREEN, "-": RED, "@": CYAN}


def lines(outcomes: Iterable[Outcome], paint: Paint, readable: bool = False) -> Iterator[str]:
    """The diff of each file that would change, line by line. `readable`: it goes to a terminal, not to `patch`."""
    for outcome in outcomes:
        for path, before, after in texts(outcome):
            for line in unified(path, before, after):
                yield painted(line, paint, readable)


def painted(line: str, paint: Paint, readable: bool) -> str:
    """A line of a diff. Where it is painted, or is to be read, a terminal obeys nothing in it; else it is as it is, for `patch`."""
    style = BOLD if line.startswith(("--- ", "+++ ")) else STYLES.get(line[0], "")
    return paint(shown(line[:-1]), style) + "\n" if paint.on or readable else line


def texts(outcome: Outcome) -> Iterator[tuple[str, str, str]]:
    """What would change: the path with the text before and after; of a notebook each cell that would, as it is shown there."""
    if outcome.before == outcome.after:
        return
    if not outcome.notebook:
        yield outcome.path, outcome.before, outcome.after
        return
    from flake8_pitfalls.text.notebook import Notebook

    book = Notebook(outcome.notebook)
    before, after = book.sources(outcome.before) or {}, book.sources(outcome.after) or {}
    for number, source in before.items():
        if after.get(number, source) != source:
            yield f"{outcome.path}:cell {number}", ended(source), ended(after[number])


def ended(text: str) -> str:
    """A cell's text with an end to its last line, which seldom has one, and needs none."""
    return text if text.endswith("\n") or not text else f"{text}\n"


def unified(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of one file's diff; each ends with a newline, so that `patch` takes it. Lines are what ends with one, as there."""
    old, new = (text.split("\n") for text in (before, after))
    old, new = ([f"{line}\n" for line in part[:-1]] + [part[-1]] * bool(part[-1]) for part in (old, new))
    name = shown(path)
    yield f"--- {name}\n"
    yield f"+++ {name}\n"
    for group in grouped(old, new):
        first, last = group[0], group[-1]
        yield f"@@ -{stretch(first[1], last[2])} +{stretch(first[3], last[4])} @@\n"
        for kind, i1, i2, j1, j2 in group:
            if kind == "equal":
                yield from whole(" ", old[i1:i2])
                continue
            yield from whole("-", old[i1:i2])
            yield from whole("+", new[j1:j2])


Opcode = tuple[str, int, int, int, int]


def grouped(old: list[str], new: list[str]) -> Iterator[list[Opcode]]:
    """The stretches that differ, with context; difflib finds them where lines were added or removed, else lines stand by their number."""
    if len(old) != len(new):
        yield from (list(group) for group in difflib.SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(CONTEXT))
        return
    changed = [n for n, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    group: list[Opcode] = []
    end = 0
    for n in changed:
        if group and n - end > 2 * CONTEXT:
            group.append(("equal", end, end + CONTEXT, end, end + CONTEXT))
            yield group
            group = []
        lead = n - CONTEXT if not group else end
        if n > max(lead, 0):
            group.append(("equal", max(lead, 0), n, max(lead, 0), n))
        if group and group[-1][0] == "replace" and group[-1][2] == n:
            start = group.pop()[1]
            group.append(("replace", start, n + 1, start, n + 1))
        else:
            group.append(("replace", n, n + 1, n, n + 1))
        end = n + 1
    if group:
        tail = min(end + CONTEXT, len(old))
        if tail > end:
            group.append(("equal", end, tail, end, tail))
        yield group


def whole(sign: str, part: Iterable[str]) -> Iterator[str]:
    """Lines behind a sign; one without an end says so, as `diff` does."""
    for line in part:
        if line.endswith("\n"):
            yield f"{sign}{line}"
            continue
        yield f"{sign}{line}\n"
        yield "\\ No newline at end of file\n"


def stretch(start: int, end: int) -> str:
    """A stretch of lines as the head of a hunk names it."""
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"
