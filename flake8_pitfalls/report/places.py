"""Where findings and fixes stand in the file itself, for services that show files as they are: a notebook is a long JSON text there."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from flake8_pitfalls.fixer import Outcome
from flake8_pitfalls.fixing.apply import apply
from flake8_pitfalls.model import Finding, Fix, Related
from flake8_pitfalls.text.notebook import Notebook
from flake8_pitfalls.text.source import Source


class Region(NamedTuple):
    """A stretch of a file: lines and columns from 1, columns in characters."""

    line: int
    column: int
    end_line: int
    end_column: int


class Places:
    """The places of one outcome in its file, after what was fixed."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome

    @cached_property
    def notebook(self) -> Notebook | None:
        if not self.outcome.notebook:
            return None
        before = Notebook(self.outcome.notebook)
        after = before.changed(self.outcome.after)
        return Notebook(after) if after is not None else before

    @cached_property
    def source(self) -> Source:
        """The text of the file."""
        return Source(self.notebook.raw if self.notebook is not None else self.outcome.after)

    def of(self, found: Finding) -> Region:
        """Where a finding stands."""
        if self.notebook is None:
            return Region(found.line, found.column, found.end_line, found.end_column)
        return self.region(self.notebook.raw_offset(found.span.start), self.notebook.raw_offset(found.span.end))

    def near(self, related: Related) -> Region:
        """Where a place stands that explains a finding; its end is its start."""
        if self.notebook is None or related.path:
            return Region(related.line, related.column, related.line, related.column)
        offset = self.notebook.raw_offset(self.notebook.offset(related.cell, related.line, related.column))
        return self.region(offset, offset)

    def edits(self, fix: Fix) -> list[tuple[Region, str]]:
        """What a fix replaces in the file, and by what; nothing where it cannot be made there."""
        if self.notebook is None:
            return [(self.region(span.start, span.end), text) for span, text in fix.edits]
        edits = self.notebook.edits(apply(self.notebook.text, fix.edits)) or ()
        return [(self.region(start, end), text) for start, end, text in edits]

    def region(self, start: int, end: int) -> Region:
        """A stretch of the file between two offsets."""
        (line, column), (end_line, end_column) = self.source.position(start), self.source.position(end)
        return Region(line, column + 1, end_line, end_column + 1)
