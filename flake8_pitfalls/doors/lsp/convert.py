"""Findings and edits -> what the protocol calls them."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Mapping

from lsprotocol import types
from pygls.uris import from_fs_path

from flake8_pitfalls import __version__
from flake8_pitfalls.doors.docs import page
from flake8_pitfalls.doors.lsp.documents import Document, Places
from flake8_pitfalls.fixing.apply import apply
from flake8_pitfalls.model import Edit, Files, Finding, Level, Related, Rule
from flake8_pitfalls.running.cache import user_folder
from flake8_pitfalls.text.source import Source, Span

SOURCE = "pitfalls"
SEVERITY = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.NOTE: types.DiagnosticSeverity.Information,
}
# What these name does nothing that the rest of its line does not do; editors show it faded.
UNNECESSARY = frozenset(("PIT506", "PIT509"))
ENOUGH = 5000  # lines; where more differ, a text is replaced as a whole


class Converter:
    """What of a finding this client can show. `uris`: the open documents by path, which are called as the client calls them."""

    def __init__(self, capabilities: types.ClientCapabilities, encoding: str, rules: Mapping[str, Rule], files: Files) -> None:
        self.encoding = encoding
        self.rules = rules
        self.files = files
        self.uris: dict[str, str] = {}
        self.pages: dict[str, str] = {}
        text = capabilities.text_document
        publish = text.publish_diagnostics if text is not None else None
        pull = text.diagnostic if text is not None else None
        shows = [one for one in (publish, pull) if one is not None]
        self.has_related = any(one.related_information for one in shows)
        self.has_links = any(one.code_description_support for one in shows)
        self.has_tags = any(one.tag_support is not None for one in shows)
        workspace = capabilities.workspace
        edit = workspace.workspace_edit if workspace is not None else None
        # Neovim does not say so, but says what only such edits can do.
        self.has_versions = edit is not None and bool(edit.document_changes or (edit.document_changes is None and edit.resource_operations))

    def diagnostic(self, finding: Finding, document: Document) -> types.Diagnostic:
        """A finding in an open document."""
        places = document.places
        end = max(finding.span.end, finding.span.start + 1)  # an empty range is shown by no editor
        return types.Diagnostic(
            places.range(Span(finding.span.start, end)),
            finding.message,
            severity=SEVERITY[finding.level],
            code=finding.code,
            code_description=self.link(finding.code) if self.has_links else None,
            source=SOURCE,
            tags=[types.DiagnosticTag.Unnecessary] if self.has_tags and finding.code in UNNECESSARY else None,
            related_information=[self.related(step, document) for step in finding.related] or None if self.has_related else None,
        )

    def link(self, code: str) -> types.CodeDescription | None:
        """The rule's page, as a file of this machine, so that it is that of this version and needs no network."""
        if code not in self.pages:
            self.pages[code] = written(code, self.rules)
        return types.CodeDescription(self.pages[code]) if self.pages[code] else None

    def related(self, step: Related, document: Document) -> types.DiagnosticRelatedInformation:
        """One more place; in another file its column is counted in that file's line."""
        own = not step.path or os.path.abspath(step.path) == os.path.abspath(document.path or ".")
        places = document.places if own else Places(self.files.text(step.path) or "", self.encoding)
        starts = places.source.line_starts
        line = min(max(step.line, 1), len(starts))
        start = starts[line - 1] + min(max(step.column, 1) - 1, len(places.source.line(line).rstrip("\r\n")))
        end = start + len(places.source.text[start:].split("\n", 1)[0].rstrip()) if own or places.source.text else start
        uri = document.uri if own else self.uri(step.path)
        return types.DiagnosticRelatedInformation(types.Location(uri, places.range(Span(start, max(start, end)))), step.message)

    def uri(self, path: str) -> str:
        """A file as the client calls it."""
        full = os.path.abspath(path)
        return self.uris.get(os.path.normcase(full)) or from_fs_path(full) or ""

    def workspace_edit(self, document: Document, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        """Edits of one document, for the version that it has now."""
        places = document.places
        changes = [types.TextEdit(places.range(edit.span), edit.text) for edit in sorted(edits)]
        if not self.has_versions:
            return types.WorkspaceEdit(changes={document.uri: changes})
        name = types.OptionalVersionedTextDocumentIdentifier(uri=document.uri, version=document.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(name, list(changes))])


def written(code: str, rules: Mapping[str, Rule]) -> str:
    """The address of a rule's page, which is written where caches stand; "" where it cannot be."""
    folder = user_folder()
    if code not in rules or not folder:
        return ""
    path = os.path.join(folder, "pages", __version__, f"{code}.md")
    text = page(rules[code])
    try:
        with open(path, encoding="utf-8") as file:
            if file.read() == text:
                return from_fs_path(path) or ""
    except OSError:
        pass
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        scratch = f"{path}.{os.getpid()}"
        with open(scratch, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.replace(scratch, path)
    except (OSError, ValueError):
        return ""
    return from_fs_path(path) or ""


def between(old: str, new: str) -> list[Edit]:
    """The edits, of whole lines, that make one text of another."""
    before, after = lines(old), lines(new)
    first = 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        first += 1
    last = 0
    while last < min(len(before), len(after)) - first and before[-1 - last] == after[-1 - last]:
        last += 1
    starts = Source(old).line_starts
    ends = [*starts[1:], len(old)]
    one, other = before[first : len(before) - last], after[first : len(after) - last]
    if max(len(one), len(other)) > ENOUGH:
        start = starts[first] if first < len(starts) else len(old)
        return [Edit(Span(start, start + sum(map(len, one))), "".join(other))]
    found = []
    for kind, low, high, new_low, new_high in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind != "equal":
            start = starts[first + low] if first + low < len(starts) else len(old)
            end = ends[first + high - 1] if high > low else start
            found.append(Edit(Span(start, end), "".join(other[new_low:new_high])))
    assert apply(old, found) == new
    return found


def lines(text: str) -> list[str]:
    """The lines of a text with their ends."""
    source = Source(text)
    return [source.line(number) for number in range(1, len(source.line_starts) + 1)]
