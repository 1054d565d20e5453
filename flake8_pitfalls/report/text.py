"""Findings for people: the place, the message, the line of code with a mark under what is meant, and what was done."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from flake8_pitfalls.fixer import Outcome, Verdict
from flake8_pitfalls.fixing.known import Known
from flake8_pitfalls.model import Finding, Related, Safety
from flake8_pitfalls.text.source import LINE_END, Source

WIDEST = 160
SAFETY = {Safety.SAFE: "safe fix", Safety.UNSAFE: "unsafe fix", Safety.DISPLAY: "possible fix"}


class Paint:
    """Colours for a terminal; none where `on` is false."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, style: str) -> str:
        """The text in a style: numbers of an SGR sequence, such as "1;31"."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.on and text and style else text


BOLD, RED, GREEN, CYAN, DIM = "1", "31", "32", "36", "2"


def lines(outcomes: Iterable[Outcome], paint: Paint, quiet: bool = False) -> Iterator[str]:
    """The findings of each file, a paragraph each; where it is to be quiet, only of those that are left."""
    for outcome in outcomes:
        if not outcome.verdicts:
            continue
        before, after = Source(outcome.before), Source(outcome.after)
        for verdict in outcome.verdicts:
            if quiet and verdict.fixed:
                continue
            yield "".join(f"{line}\n" for line in paragraph(outcome.path, verdict, before if verdict.fixed else after, paint))


def paragraph(path: str, verdict: Verdict, source: Source, paint: Paint) -> Iterator[str]:
    """One finding."""
    found = verdict.finding
    place = paint(f"{where(path, found)}:", BOLD)
    if verdict.fixed:
        yield f"{place} {paint(found.code, GREEN)} {paint('fixed:', GREEN)} {shown(verdict.fixes[0].title)}"
        return
    yield f"{place} {paint(found.code, RED)} {shown(found.message)}"
    code, mark = marked(source, verdict)
    if code.strip():
        yield f"    {code}"
        yield f"    {paint(mark, CYAN)}"
    for near in found.related:
        yield f"    {paint(f'{where(near.path or path, near)}:', DIM)} {shown(near.message)}"
    for fix in verdict.fixes:
        yield f"    {paint(SAFETY[fix.safety] + ':', DIM)} {shown(fix.title)}" + (f" ({verdict.why})" if verdict.why not in REASONS else "")


def where(path: str, found: Finding | Related) -> str:
    """A place as people write it: `a.py:3:5`, in a notebook `a.ipynb:cell 2:3:5`."""
    cell = f"cell {found.cell}:" if found.cell else ""
    return f"{shown(path)}:{cell}{found.line}:{found.column}"


# Reasons that the words before the title say already.
REASONS = {"", "no fix", "its fix is unsafe", "its fix is only shown"}


def marked(source: Source, verdict: Verdict) -> tuple[str, str]:
    """The line of code that a finding stands on, and a line that marks its part; both cut where they are long."""
    found = verdict.finding
    text = LINE_END.sub("", source.line(source.position(found.span.start)[0])).replace("\f", " ")
    start = found.column - 1
    end = found.end_column - 1 if found.end_line == found.line else len(text.rstrip())
    cut = max(0, start - WIDEST // 2) if len(text) > WIDEST else 0
    indent = 0 if cut else len(text) - len(text.lstrip(" \t"))
    first = max(cut, min(indent, start))
    code, before, meant = (shown(part) for part in (text[first : cut + WIDEST], text[first:start], text[start : min(end, cut + WIDEST)]))
    return code, " " * width(before) + "^" * max(1, width(meant))


def shown(text: str) -> str:
    """A text without anything that a terminal would obey: control characters and marks that turn the writing direction are spelt out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(one if is_plain(one) else "    " if one == "\t" else one.encode("unicode_escape").decode() for one in text)


def is_plain(character: str) -> bool:
    """Whether a character only shows itself; a lone surrogate stands for a byte of a name that is no UTF-8."""
    return unicodedata.category(character) not in ("Cc", "Cf", "Zl", "Zp", "Cs")


def width(text: str) -> int:
    """How many columns a text takes on a terminal; a Korean syllable takes two."""
    return sum(0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


class Tally:
    """Counts, filled as results come in, so that no more than one file need be remembered."""

    def __init__(self) -> None:
        self.fixed = self.left = self.safe = self.unsafe = self.changed = self.errors = self.defects = self.silenced = self.files = 0
        self.stale: list[tuple[str, Known]] = []
        self.codes: dict[tuple[str, str], int] = {}

    def add(self, outcome: Outcome) -> None:
        """Counts one file."""
        self.files += 1
        if outcome.is_clean:
            return
        self.changed += outcome.after != outcome.before
        self.errors += len(outcome.errors)
        self.silenced += outcome.silenced
        self.stale += ((outcome.path, one) for one in outcome.stale)
        self.defects += outcome.defects
        for verdict in outcome.verdicts:
            key = (verdict.finding.code, verdict.finding.name)
            self.codes[key] = self.codes.get(key, 0) + 1
            self.fixed += verdict.fixed
            self.left += not verdict.fixed
            self.safe += not verdict.fixed and any(fix.safety is Safety.SAFE for fix in verdict.fixes)
            self.unsafe += not verdict.fixed and any(fix.safety is Safety.UNSAFE for fix in verdict.fixes)

    def summary(self, do: str, paint: Paint) -> str:
        """One line that says what was found and done."""
        parts = []
        if self.silenced:
            done = "would hide" if do == "diff" else "hid"
            parts.append(paint(f"{done} {counted(self.silenced, 'finding')} in {counted(self.changed, 'file')} by `# noqa`", GREEN))
        if self.fixed:
            done = "would fix" if do == "diff" else "fixed"
            parts.append(paint(f"{done} {counted(self.fixed, 'finding')} in {counted(self.changed, 'file')}", GREEN))
        if self.left:
            hints = [f"{self.safe} with a safe fix"] * bool(self.safe)
            hints += [f"{self.unsafe} with an unsafe fix: --unsafe-fixes"] * bool(self.unsafe)
            parts.append(paint(counted(self.left, "finding") + " left" * (do != "check"), RED) + f" ({'; '.join(hints)})" * bool(hints))
        if self.errors:
            parts.append(paint(counted(self.errors, "error"), RED))
        return ", ".join(parts) or f"nothing found in {counted(self.files, 'file')}"

    def outdated(self) -> Iterator[str]:
        """What the baseline knows that is not there any more, a line each, and what to do about it."""
        for path, known in self.stale:
            times = f" ({known.times} times)" * (known.times > 1)
            yield f"{shown(path)}: in the baseline, but not found any more: {known.code} {shown(known.text)}{times}\n"
        if self.stale:
            yield "the baseline is out of date: write it again with --write-baseline\n"

    def statistics(self) -> Iterator[str]:
        """How often each code was found, the most frequent first."""
        for (code, name), number in sorted(self.codes.items(), key=lambda item: (-item[1], item[0])):
            yield f"{number:6}  {code} {name}\n"


def counted(number: int, what: str) -> str:
    """A number with its noun."""
    return f"{number} {what}{'s' * (number != 1)}"
