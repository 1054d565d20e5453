"""Open documents: their text as the editor has it, and places in the units that the editor counts in."""

from __future__ import annotations

from functools import cached_property

from lsprotocol import types

from flake8_pitfalls.doors.lsp.moving import across, moved
from flake8_pitfalls.model import Edit, Finding
from flake8_pitfalls.text.differing import differing
from flake8_pitfalls.text.source import LINE_END, Source, Span

Change = types.TextDocumentContentChangePartial | types.TextDocumentContentChangeWholeDocument
UTF8, UTF16, UTF32 = types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16, types.PositionEncodingKind.Utf32


class Places:
    """A text with its places as a client names them: lines from 0, columns from 0 in units of `encoding`.

    A line ends where the protocol says, which is where Python says: at "\\n", "\\r\\n" and "\\r".
    """

    def __init__(self, text: str, encoding: str) -> None:
        self.source = Source(text)
        self.encoding = encoding

    @cached_property
    def is_ascii(self) -> bool:
        return self.source.text.isascii()

    def offset(self, position: types.Position) -> int:
        """The character offset of a client's place; one that is past the end of its line, or of the text, is taken as that end."""
        starts = self.source.line_starts
        if position.line >= len(starts):
            return len(self.source.text)
        line = self.source.line(position.line + 1)
        found = LINE_END.search(line)
        if found is not None:
            line = line[: found.start()]
        column = max(0, position.character)
        return starts[max(0, position.line)] + min(len(line), column if self.is_ascii else characters(line, column, self.encoding))

    def position(self, offset: int) -> types.Position:
        """A character offset as the client's place."""
        line, column = self.source.position(min(offset, len(self.source.text)))
        if not self.is_ascii:
            column = units(self.source.text[offset - column : offset], self.encoding)
        return types.Position(line - 1, column)

    def range(self, span: Span) -> types.Range:
        return types.Range(self.position(span.start), self.position(span.end))

    def span(self, place: types.Range) -> Span:
        """A client's range as offsets, the earlier one first whatever the client says."""
        start, end = self.offset(place.start), self.offset(place.end)
        return Span(min(start, end), max(start, end))


def units(text: str, encoding: str) -> int:
    """How many units of an encoding a text takes; a lone surrogate counts as the character that it is."""
    if text.isascii() or encoding == UTF32:
        return len(text)
    if encoding == UTF8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(character > "\uffff" for character in text)


def characters(text: str, wanted: int, encoding: str) -> int:
    """How many characters stand before so many units; a place inside a character is taken as its start."""
    if text.isascii() or encoding == UTF32:
        return wanted
    seen = 0
    for count, character in enumerate(text):
        seen += units(character, encoding)
        if seen > wanted:
            return count
    return len(text)


class Document:
    """One open text, and what is known of it.

    `generation` counts the states of the text and of what it is judged by; `shown`: the findings in this text as far as they are
    known, moved along with the edits; `dirty`: the stretch that was edited since they were last judged; `final`: the generation that
    was judged in full; `is_news`: whether other texts may have to be judged again since this one has changed; `told`: the version
    whose findings the client was last sent.
    """

    def __init__(self, uri: str, path: str, text: str, version: int, encoding: str) -> None:
        self.uri = uri
        self.path = path
        self.version = version
        self.places = Places(text, encoding)
        self.generation = 0
        self.shown: list[Finding] = []
        self.dirty: Span | None = None
        self.final = -1
        self.is_news = False
        self.told: int | None = None

    @property
    def text(self) -> str:
        return self.places.source.text

    def change(self, changes: list[Change], version: int) -> None:
        """Makes the client's edits, one after the other, as the protocol wants it."""
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                self.edit(Edit(self.places.span(change.range), change.text))
            else:
                self.edit(difference(self.text, change.text))
        self.version = version
        self.generation += 1
        self.is_news = True

    def edit(self, edit: Edit) -> None:
        """Makes one edit, and moves what is known along with it."""
        old, (span, new) = self.places, edit
        text = old.source.text
        self.places = Places(text[: span.start] + new + text[span.end :], old.encoding)
        written = Span(span.start, span.start + len(new))
        if self.dirty is not None:
            start, end = across(self.dirty, edit)
            written = Span(min(start, written.start), max(end, written.end))
        self.dirty = written
        self.shown = moved(self.shown, edit, old.source, self.places.source)


def difference(old: str, new: str) -> Edit:
    """A text that was sent whole, as the one edit that makes it of the old one."""
    start, end, text = differing(old, new)
    return Edit(Span(start, end), text)
