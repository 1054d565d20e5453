"""The comments of a stretch of code, so that a fix that moves the code can keep them."""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

from flake8_pitfalls.facts import Module
from flake8_pitfalls.text.source import Span

COMMENT = re.compile(r"#[^\r\n]*")


class Comment(NamedTuple):
    """A comment: where it stands, its text from the `#` on, and whether code stands before it on its line."""

    span: Span
    text: str
    trailing: bool


def comments_in(module: Module, span: Span) -> list[Comment]:
    """All comments that begin in a stretch of a file that parses; a `#` in a string is none."""
    text = module.source.text
    if "#" not in text[span.start : span.end]:
        return []
    strings = [module.source.span(node) for node in module.index.of(ast.JoinedStr) if _near(node, span, module)]
    texts = [node for node in module.index.of(ast.Constant) if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes))]
    strings += [module.source.span(node) for node in texts if _near(node, span, module)]
    found: list[Comment] = []
    at = span.start
    while (match := COMMENT.search(text, at, span.end)) is not None:
        around = next((string for string in strings if string.start < match.start() < string.end), None)
        if around is not None:
            at = match.start() + 1
            continue
        line = module.source.position(match.start())[0]
        before = text[module.source.line_starts[line - 1] : match.start()]
        found.append(Comment(Span(*match.span()), match[0].rstrip(), bool(before.strip())))
        at = match.end()
    return found


def _near(node: ast.AST, span: Span, module: Module) -> bool:
    """Whether a string may reach into the stretch: by its lines, which is cheap."""
    first, last = module.source.position(span.start)[0], module.source.position(span.end)[0]
    return bool(node.lineno <= last and (node.end_lineno or node.lineno) >= first)  # type: ignore[attr-defined]
