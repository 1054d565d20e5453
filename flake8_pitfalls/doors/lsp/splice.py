"""A tree that is kept from key stroke to key stroke: only the statement that was edited is parsed and walked again.

The tree and its index belong to nobody else, so they are changed in place. What is kept is what a whole parse would give, as far as the
edited statement tells: where a quote or a bracket that is opened there would swallow what follows, it does not parse by itself, and then
nothing is said; the full judgement parses everything.
"""

from __future__ import annotations

import ast
import time
from bisect import bisect_left

from flake8_pitfalls.doors.lsp.documents import difference
from flake8_pitfalls.facts.index import Index, inner_fields, nodes_by_type
from flake8_pitfalls.text.parse import parse
from flake8_pitfalls.text.reparse import first_line, last_line
from flake8_pitfalls.text.source import Source

Body = list[ast.stmt]


class Place:
    """Where a text was edited: `low` to `high` of the statements in `body`, which stand on the lines `first` to `last` of the old text."""

    def __init__(self, holder: ast.Module | ast.ClassDef, low: int, high: int, first: int, last: int) -> None:
        self.holder = holder
        self.low = low
        self.high = high
        self.first = first
        self.last = last

    @property
    def body(self) -> Body:
        return self.holder.body


class Kept:
    """The tree and the index of the last text that parsed. `took`: the seconds that parsing all of a text last took."""

    def __init__(self) -> None:
        self.source: Source | None = None
        self.index = Index(ast.Module([], []))
        self.took = 0.0

    def follow(self, source: Source) -> Index:
        """The index, and with it the tree, of a text. Raises SyntaxError where it, or what was edited of it, does not parse."""
        old, self.source = self.source, None  # whatever goes wrong on the way, nothing half done is kept
        if old is not None:
            place = edited(self.index, old, source)
            if place is not None:
                try:
                    new = parsed(place, old, source)
                except SyntaxError:
                    self.source = old
                    raise
                if new is not None:
                    self.put(place, new, len(source.line_starts) - len(old.line_starts))
                    self.source = source
                    return self.index
        started = time.perf_counter()
        try:
            tree = parse(source.text)
            self.took = time.perf_counter() - started
            self.index = Index(tree)
        except SyntaxError:
            self.source = old
            raise
        self.source = source
        return self.index

    def put(self, place: Place, new: Body, lines: int) -> None:
        """Puts statements in the place of others, and what follows as many lines further down."""
        old = place.body[place.low : place.high]
        if lines:
            shift(self.index, place.last, lines)
        gone, come = nodes_by_type(ast.Module(old, [])), nodes_by_type(ast.Module(new, []))
        parents = self.index.__dict__.get("parents")
        for kind in (gone.keys() | come.keys()) - {ast.Module}:
            self.replace(kind, gone.get(kind, []), come.get(kind, []), place.first)
        place.body[place.low : place.high] = new
        if parents is not None:
            for nodes in gone.values():
                for node in nodes:
                    parents.pop(node, None)
            parents.update(dict.fromkeys(new, place.holder))
            parents.update(parents_in(come))

    def replace(self, kind: type, gone: list[ast.AST], come: list[ast.AST], first: int) -> None:
        """The nodes of one type: those of a stretch of the text stand side by side."""
        nodes = self.index.by_type.setdefault(kind, [])
        if gone:
            at = nodes.index(gone[0])
        elif nodes and hasattr(nodes[0], "lineno"):
            at = bisect_left(nodes, first, key=lambda node: node.lineno)  # type: ignore[attr-defined]
        else:
            at = len(nodes)
        nodes[at : at + len(gone)] = come
        if not nodes:
            del self.index.by_type[kind]


def edited(index: Index, old: Source, new: Source) -> Place | None:
    """The statements that have to be parsed again, so deep in classes as they stand between others; None where that is everything."""
    edit = difference(old.text, new.text)
    low, high = old.position(edit.span.start)[0], old.position(edit.span.end)[0]
    holder = index.tree
    assert isinstance(holder, ast.Module)
    place = within(holder, low, high, len(old.line_starts))
    while place is not None and place.high - place.low == 1 and isinstance(inner := place.body[place.low], ast.ClassDef):
        deeper = within(inner, low, high, 0)
        if deeper is None:
            break
        place = deeper
    return place


def within(holder: ast.Module | ast.ClassDef, low: int, high: int, end: int) -> Place | None:
    """The statements of one body around some lines. Of a class they must have a neighbour on either side, whose indentation holds.

    The statement before is one of them where its block may go on in the edited lines.
    """
    body = holder.body
    first = bisect_left(body, low, key=last_line)
    if first and (first == len(body) or first_line(body[first]) >= low):
        first -= 1
    last = first
    while last < len(body) and first_line(body[last]) <= high:
        last += 1
    if isinstance(holder, ast.ClassDef) and (not first or last == len(body)):
        return None
    top = first_line(body[first]) if first else 1
    bottom = first_line(body[last]) - 1 if last < len(body) else end
    alone = (not first or last_line(body[first - 1]) < top) and (last == first or last_line(body[last - 1]) <= bottom)
    return Place(holder, first, last, top, bottom) if alone and top <= low and high <= bottom else None


def parsed(place: Place, old: Source, new: Source) -> Body | None:
    """The statements that stand there now; None where the indentation is not that of their neighbours. Raises SyntaxError."""
    last = place.last + len(new.line_starts) - len(old.line_starts)
    end = new.line_starts[last] if last < len(new.line_starts) else len(new.text)
    text = new.text[new.line_starts[place.first - 1] : end]
    if isinstance(place.holder, ast.Module):
        body = parse("\n" * (place.first - 1) + text).body
        return body if all(one.col_offset == 0 for one in body) else None
    column = place.body[0].col_offset
    (around, *more) = parse("\n" * (place.first - 2) + "if 1:\n" + text).body
    assert isinstance(around, ast.If)
    return around.body if not more and not around.orelse and all(one.col_offset == column for one in around.body) else None


def shift(index: Index, line: int, lines: int) -> None:
    """Moves what stands below a line."""
    for nodes in index.by_type.values():
        if not hasattr(nodes[0], "lineno"):
            continue
        for node in nodes:
            if node.end_lineno > line:  # type: ignore[attr-defined]
                node.end_lineno += lines  # type: ignore[attr-defined]
                if node.lineno > line:  # type: ignore[attr-defined]
                    node.lineno += lines  # type: ignore[attr-defined]


def parents_in(by_type: dict[type, list[ast.AST]]) -> dict[ast.AST, ast.AST]:
    """The parent of each node below these."""
    found: dict[ast.AST, ast.AST] = {}
    for kind, nodes in by_type.items():
        if kind is ast.Module:
            continue
        for field in inner_fields(kind):
            for node in nodes:
                value = getattr(node, field, None)
                for item in value if isinstance(value, list) else [value]:
                    if item is not None:
                        found[item] = node
    return found
