"""What is said of a place when someone rests on it: the findings there with their evidence, then their rules' pages."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from lsprotocol import types

from flake8_pitfalls.doors.docs import page
from flake8_pitfalls.doors.lsp.documents import Document
from flake8_pitfalls.model import Finding, Rule
from flake8_pitfalls.text.source import Span

CODE = re.compile(r"\bPIT\d{3}\b")


def at(document: Document, position: types.Position, rules: Mapping[str, Rule]) -> types.Hover | None:
    """The pages of the findings that stand there, or of the code that is written there, such as in `# noqa: PIT301`."""
    offset = document.places.offset(position)
    found = [one for one in document.shown if one.span.start <= offset < max(one.span.end, one.span.start + 1)]
    if found:
        narrow = min(found, key=lambda one: one.span.end - one.span.start)
        parts = [evidence(one) for one in found]
        parts += [page(rules[code]) for code in dict.fromkeys(one.code for one in found) if code in rules]
        return hover("\n---\n\n".join(parts), document, narrow.span)
    line, column = document.places.source.position(offset)
    for written in CODE.finditer(document.places.source.line(line)):
        if written.start() <= column <= written.end() and written[0] in rules:
            start = offset - column
            return hover(page(rules[written[0]]), document, Span(start + written.start(), start + written.end()))
    return None


def hover(text: str, document: Document, span: Span) -> types.Hover:
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), document.places.range(span))


def evidence(finding: Finding) -> str:
    """A finding with the places that it rests on."""
    steps = [f"- {os.path.basename(step.path) or 'here'}, line {step.line}: {step.message}" for step in finding.related]
    return "\n".join([f"**{finding.code}** ({finding.level.value}): {finding.message}", *(["", *steps] if steps else []), ""])
