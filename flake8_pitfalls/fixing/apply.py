"""Edits put into a text in one pass, and the places of the old text found again in the new one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from flake8_pitfalls.model import Edit
from flake8_pitfalls.text.source import Span


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with these edits, which do not overlap; what stands outside them is copied as it is."""
    pieces: list[str] = []
    end = 0
    for span, new in sorted(edits):
        pieces += (text[end : span.start], new)
        end = span.end
    pieces.append(text[end:])
    return "".join(pieces)


def overlap(one: Span, other: Span) -> bool:
    """Whether two edits cannot stand side by side: they share a character, or it is not plain which of them comes first."""
    if one.start == other.start:
        return True
    return one.start < other.end and other.start < one.end


class Compatible:
    """Edits that were chosen so far, in order; says of more whether they can join them. An edit that two fixes share counts once."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []

    def join(self, more: Iterable[Edit]) -> bool:
        """Takes all of these edits, or none of them where one overlaps a chosen one."""
        added: list[Edit] = []
        for edit in more:
            at = bisect_left(self.edits, edit)
            if at < len(self.edits) and self.edits[at] == edit:
                continue
            if any(overlap(edit.span, near.span) for near in self.edits[max(0, at - 1) : at + 1]):
                for one in added:
                    self.edits.remove(one)
                return False
            self.edits.insert(at, edit)
            added.append(edit)
        return True


class Moved:
    """Where an offset of the old text stands once the edits are made."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.edits = sorted(edits)
        self.starts = [edit.span.start for edit in self.edits]
        self.shifts = [0, *accumulate(len(edit.text) - (edit.span.end - edit.span.start) for edit in self.edits)]
        self.new_starts = [start + shift for start, shift in zip(self.starts, self.shifts, strict=False)]

    def offset(self, old: int) -> int:
        """The place in the new text; what is inserted at this very place comes before it, and what was replaced is found at its start."""
        after = bisect_right(self.starts, old)
        if after and old < self.edits[after - 1].span.end:
            return self.starts[after - 1] + self.shifts[after - 1]
        return old + self.shifts[after]

    def before(self, old: int) -> int:
        """The same, but what is inserted at this very place comes after it."""
        first = bisect_left(self.starts, old)
        if first and old < self.edits[first - 1].span.end:
            return self.starts[first - 1] + self.shifts[first - 1]
        return old + self.shifts[first]

    def touched(self) -> list[Span]:
        """The stretches of the new text that the edits wrote; empty where one only deletes."""
        return [Span(start, start + len(edit.text)) for start, edit in zip(self.new_starts, self.edits, strict=True)]

    def back(self, new: int) -> int:
        """The place in the old text of an offset of the new one; what an edit wrote stands at the edit's start."""
        after = bisect_right(self.new_starts, new)
        if not after:
            return new
        edit, start = self.edits[after - 1], self.new_starts[after - 1]
        if new < start + len(edit.text):
            return edit.span.start
        return new - start - len(edit.text) + edit.span.end
