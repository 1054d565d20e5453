"""Whether some fixes are right: what they make of a text is judged again, and compared with what it was.

Their findings are gone, no new one stands on what they wrote, and nothing has become something else that no fix named. Texts are
compared by the nodes that stand where they stood. What an edit touched may be anything; what stands around it must go on around it, or
its meaning has changed with it: `a == b` with `x or y` written in place of `a` is no comparison of that text any more.
"""

from __future__ import annotations

import ast
import warnings
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from flake8_pitfalls import engine
from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.index import nodes_by_type
from flake8_pitfalls.fixing.apply import Moved, apply
from flake8_pitfalls.judgement import Candidate, Job, Judgement
from flake8_pitfalls.model import Edit, Span
from flake8_pitfalls.text.parse import parse
from flake8_pitfalls.text.reparse import first_line

# A fix that trades one finding for another is no defect: the finding is left, with this as the reason.
TRADED = "it would bring"
BLOCKS = ("body", "orelse", "finalbody")
OWN_SCOPE = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def prove(job: Job, judged: Judgement, chosen: list[Candidate]) -> tuple[Judgement, str]:
    """The text with these fixes, judged again, and what is wrong with it ("" where nothing is)."""
    edits = edits_of(chosen)
    after = job.judge(apply(judged.source.text, edits), judged, edits)
    if after.module is None:
        return after, "the result would not parse"
    if flaw := job.flaw(after.source.text):
        return after, f"{TRADED} a flaw: {flaw}"
    target = job.settings.target_version
    if target > (3, 0) and is_read_by(target, judged.source.text) and not is_read_by(target, after.source.text):
        return after, f"Python {target[0]}.{target[1]} could not read the result"
    if judged.module is None:
        return after, ""
    moved = Moved(edits)
    if no_longer_compiles(judged, after, moved):
        return after, "the result would not compile"
    stood, stands = starts(judged), starts(after)
    for finding, _ in chosen:
        code, (start, end) = finding.code, finding.span
        there = between(stands.get(code, []), moved.before(start), moved.offset(end))
        if there and there >= between(stood[code], start, end):  # a finding inside it may have moved into its place
            return after, "it would not make the finding go"
    flaw = newcomers(judged, after, moved) or strays(judged.module, after.module, moved)
    return after, flaw or torn(judged.module, after.module, moved, [(finding.span, fix.edits) for finding, fix in chosen])


def is_read_by(target: tuple[int, int], text: str) -> bool:
    """Whether a text parses under the grammar of an older Python."""
    try:
        parse(text, target)
    except SyntaxError:
        return False
    return True


def starts(judged: Judgement) -> dict[str, list[int]]:
    """Where the findings of each code start, in order."""
    found: dict[str, list[int]] = {}
    for finding, _ in judged.found:
        found.setdefault(finding.code, []).append(finding.span.start)
    return found


def between(places: list[int], start: int, end: int) -> int:
    """How many of these ordered places stand in a stretch, its end too."""
    return bisect_right(places, end) - bisect_left(places, start)


def newcomers(judged: Judgement, after: Judgement, moved: Moved) -> str:
    """Says so where a finding that was not there before stands on a line that a fix wrote."""
    lines: set[int] = set()
    for start, end in moved.touched():
        lines.update(range(after.source.position(start)[0], after.source.position(end)[0] + 1))
    known = Counter((finding.code, after.source.position(moved.offset(finding.span.start))[0]) for finding, _ in judged.found)
    for finding, _ in after.found:
        place = (finding.code, finding.line)
        if known[place]:
            known[place] -= 1
        elif finding.code == engine.DEFECT or finding.line in lines:
            return f"{TRADED} {finding.code} instead"
    return ""


def edits_of(chosen: Iterable[Candidate]) -> list[Edit]:
    """All edits of some fixes, a shared one once, in the order of the text."""
    return sorted({edit for one in chosen for edit in one.fix.edits})


def no_longer_compiles(old: Judgement, new: Judgement, moved: Moved) -> bool:
    """Whether the compiler took a text before it was changed, and does not any more."""
    return not (compiles(changed_part(new, moved)) or compiles(new.source.text)) and compiles(old.source.text)


def compiles(code: str | ast.Module) -> bool:
    """Whether the compiler takes a text: more than its grammar, such as `return` in a function and names that are bound for `nonlocal`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(code, "<text>", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, TypeError, OverflowError, RecursionError, MemoryError, SystemError):
            return False
    return True


def changed_part(new: Judgement, moved: Moved) -> ast.Module:
    """The tree of a text without the functions and classes of the module that no edit touched, nor stands beside: what the compiler says of
    one depends on what stands in it alone. A seventh of the work is left.
    """
    assert new.module is not None
    position = new.source.position
    near: set[int] = set()
    for start, end in moved.touched():
        near.update(range(position(start)[0] - 1, position(end)[0] + 2))
    lines = sorted(near)

    def is_touched(node: Any) -> bool:
        return bisect_left(lines, first_line(node)) < bisect_right(lines, node.end_lineno)

    body = [node for node in new.module.tree.body if not isinstance(node, OWN_SCOPE) or is_touched(node)]
    return ast.Module(body, [])


def strays(old: Module, new: Module, moved: Moved) -> str:
    """Says so where a statement that no edit touched is no longer the statement that it was, or no longer in the block that it was in.

    A statement of the module itself that no edit touched has its text still: where one of its kind stands in its place, it is the same
    with all that is in it. Only the others are looked into.
    """
    ends = [edit.span.end for edit in moved.edits]

    def is_touched(start: int, end: int) -> bool:
        near = bisect_left(ends, start)
        return near < len(ends) and moved.starts[near] <= end

    was, now_at = finder(old), finder(new)
    left = {(type(node), *now_at(node)): node for node in new.tree.body}
    touched: list[ast.stmt] = []
    for node in old.tree.body:
        start, end = was(node)
        if is_touched(min([start, *(was(one)[0] - 1 for one in getattr(node, "decorator_list", ()))]), end):
            touched.append(node)
        elif left.pop((type(node), moved.offset(start), moved.before(end)), None) is None:
            return stray(node)
    before, after = Part(old, touched), Part(new, left.values())
    there = {(type(node), *now_at(node)): node for node in after.nodes(ast.stmt)}
    stood, stands = before.blocks(), after.blocks()
    for one in before.nodes(ast.stmt):
        start, end = was(one)
        if is_touched(start, end):
            continue
        now = there.get((type(one), moved.offset(start), moved.before(end)))
        if now is None or not is_block(stood[one], stands[now], moved):
            return stray(one)
    return ""


def stray(node: ast.AST) -> str:
    return f"it would change line {line(node)}, which it does not name"


class Part:
    """Some statements of a module, with all that stands in them."""

    def __init__(self, module: Module, statements: Iterable[ast.stmt]) -> None:
        self.module = module
        self.statements = list(statements)
        self.by_type = nodes_by_type(ast.Module(self.statements, []))

    def nodes(self, base: type[ast.AST]) -> Iterator[ast.AST]:
        """All nodes of some types, those that derive from `base`."""
        for one, found in self.by_type.items():
            if issubclass(one, base):
                yield from found

    def blocks(self) -> dict[ast.AST, tuple[str, int]]:
        """The block of each statement: its name (`body`, `orelse`), and where what it belongs to begins; -1 for the module."""
        found: dict[ast.AST, tuple[str, int]] = {}
        at = finder(self.module)
        for one, around in self.by_type.items():
            names = [name for name in BLOCKS if name in getattr(one, "_fields", ())]
            for node in around if names else ():
                for name in names:
                    held = getattr(node, name)
                    if held.__class__ is list:
                        place = getattr(node, "pattern", node)  # a `case` has no place of its own
                        start = -1 if one is ast.Module else at(place)[0]
                        found.update(dict.fromkeys(held, (name, start)))
        return found


def is_block(old: tuple[str, int], new: tuple[str, int], moved: Moved) -> bool:
    """Whether a block is the one that another has become."""
    return old[0] == new[0] and (new[1] == old[1] if -1 in (old[1], new[1]) else new[1] in ends_of(moved, old[1]))


def torn(old: Module, new: Module, moved: Moved, fixes: Iterable[tuple[Span, tuple[Edit, ...]]]) -> str:
    """Says so where an expression around a fix is no longer around it.

    `fixes`: for each, the place of its finding and its edits; the expression that stands at the one or the other is its own to change.
    """
    own = Places(own_places(fixes))
    inside = [(span, node, held) for span, node in own.near(own.part(old)) if (held := own.within(span))]
    nearest: dict[Span, Span] = {}
    for span, _, held in inside:
        for place in held:
            if contains(span, place) and (place not in nearest or contains(nearest[place], span)):
                nearest[place] = span
    wanted: list[tuple[ast.AST, set[tuple[Any, ...]]]] = [
        (node, {(*kind(node), start, end) for start in ends_of(moved, span.start) for end in ends_of(moved, span.end)})
        for span, node, held in inside
        if all(contains(span, nearest.get(place, place)) and span != nearest.get(place, place) for place in held)
        and not in_string(node, old)
    ]
    if not wanted:
        return ""
    at = finder(new)
    now = Places([Span(*one[-2:]) for _, places in wanted for one in places])
    there = {(*kind(one), *at(one)) for one in now.part(new).nodes(ast.expr)}
    lost = next((node for node, places in wanted if places.isdisjoint(there)), None)
    return f"it would change what stands around it in line {line(lost)}" if lost is not None else ""


class Places:
    """Stretches of a text, found by what they touch."""

    def __init__(self, places: list[Span]) -> None:
        self.places = sorted(places)
        self.starts = [place.start for place in self.places]
        self.longest = max((end - start for start, end in self.places), default=0)

    def within(self, span: Span) -> list[Span]:
        """Those that touch a stretch."""
        first, last = bisect_left(self.starts, span.start - self.longest), bisect_right(self.starts, span.end)
        return [place for place in self.places[first:last] if place.end >= span.start]

    def part(self, module: Module) -> Part:
        """The statements of a module's own block that touch one of them, decorators included."""
        at = finder(module)

        def stretch(node: ast.stmt) -> Span:
            start, end = at(node)
            return Span(min([start, *(at(one)[0] for one in getattr(node, "decorator_list", ()))]), end)

        return Part(module, [node for node in module.tree.body if self.within(stretch(node))])

    def near(self, part: Part) -> Iterator[tuple[Span, ast.AST]]:
        """The expressions that begin or end on lines of them, or go over several lines."""
        position, at = part.module.source.position, finder(part.module)
        lines = {number for start, end in self.places for number in range(position(start)[0], position(end)[0] + 1)}
        for node in part.nodes(ast.expr):
            first = line(node)
            if first in lines or first != getattr(node, "end_lineno", None):
                yield Span(*at(node)), node


def own_places(fixes: Iterable[tuple[Span, tuple[Edit, ...]]]) -> list[Span]:
    """The stretches that fixes may change as they like: each finding with the edits at it, and each other edit."""
    found: set[Span] = set()
    for place, edits in fixes:
        start, end = place
        for (first, last), _ in sorted(edits):
            if first <= place.end and last >= place.start:
                start, end = min(start, first), max(end, last)
            else:
                found.add(Span(first, last))
        found.add(Span(start, end))
    return sorted(found)


def contains(around: Span, inner: Span) -> bool:
    return around.start <= inner.start and inner.end <= around.end


def ends_of(moved: Moved, offset: int) -> tuple[int, int]:
    """Where an offset may stand now: before and behind what was inserted at it."""
    return moved.before(offset), moved.offset(offset)


def in_string(node: ast.AST, module: Module) -> bool:
    """Whether a node stands in an f-string, where places are known from Python 3.12 on only."""
    return isinstance(node, ast.JoinedStr) or any(
        isinstance(around, ast.JoinedStr) or around.__class__.__name__ == "TemplateStr" for around in module.index.ancestors(node)
    )


def finder(module: Module) -> Callable[[ast.AST], tuple[int, int]]:
    """`Source.span`, for many nodes of one text."""
    source = module.source
    if not source.text.isascii():
        return source.span
    starts = source.line_starts

    def span(node: Any) -> tuple[int, int]:
        return starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset

    return span


def kind(node: ast.AST) -> tuple[object, ...]:
    """What an expression is: its type and its operators."""
    return type(node), type(getattr(node, "op", None)), *map(type, getattr(node, "ops", ()))


def line(node: ast.AST) -> int:
    return getattr(node, "lineno", 0)
