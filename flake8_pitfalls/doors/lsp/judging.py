"""A text judged: in full, or at once where it was edited.

`in_full` is what every other door does. `at_once` is for the key stroke: the text is parsed, rules are asked about the statement that was
edited only, and what was said of the rest is kept. What rests on several functions or modules may be out of date for that moment; the
full judgement follows when the typing stops.
"""

from __future__ import annotations

import ast
import time
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from flake8_pitfalls import engine, fixer
from flake8_pitfalls.facts import Module
from flake8_pitfalls.fixer import Judgement, Policy
from flake8_pitfalls.model import Files, Finding, Gate, Rule, Settings
from flake8_pitfalls.text.noqa import Noqa
from flake8_pitfalls.text.source import Source, Span

# A quick judgement may take this many times what parsing took, beside the parsing; rules that do not fit wait for the full one.
SHARE = 0.6
TRY_AGAIN = 50  # quick judgements after which a rule that was too slow is tried again


class Outdated(Exception):
    """The text has changed since: nobody wants the answer any more."""


class Plan(NamedTuple):
    """How a file is judged: by which rules, with which settings, and which fixes may be made."""

    rules: tuple[Rule, ...] = ()
    settings: Settings = Settings()
    policy: Policy = Policy()


class WhileWanted(list[Rule]):
    """Rules that stop coming as soon as nobody wants the answer."""

    def __init__(self, rules: Iterable[Rule], is_stale: Callable[[], bool]) -> None:
        super().__init__(rules)
        self.is_stale = is_stale

    def __iter__(self) -> Iterator[Rule]:
        for rule in super().__iter__():
            if self.is_stale():
                raise Outdated
            yield rule


def job(path: str, plan: Plan, files: Files, is_stale: Callable[[], bool] = lambda: False) -> fixer.Job:
    """A job of the fixer that sees the open buffers and gives up with Outdated."""
    made = fixer.Job(path, plan.rules, plan.settings, plan.policy, files)
    made.rules = WhileWanted(made.rules, is_stale)
    return made


def in_full(text: str, path: str, plan: Plan, files: Files, is_stale: Callable[[], bool]) -> Judgement:
    """All findings of a text. Raises Outdated."""
    return job(path, plan, files, is_stale).judge(text)


class Pace:
    """Which rules are quick enough for a key stroke in one document: measured, since that depends on what its statements are."""

    def __init__(self) -> None:
        self.cost: dict[str, float] = {}  # code -> seconds, of the last time
        self.rounds = 0

    def within(self, rules: Iterable[Rule], budget: float) -> list[Rule]:
        """The rules that fit into so many seconds, those first that took the least."""
        self.rounds += 1
        if self.rounds % TRY_AGAIN == 0 and self.cost:
            slowest = max(self.cost, key=self.cost.__getitem__)
            del self.cost[slowest]
        chosen, left = [], budget
        for rule in sorted(rules, key=lambda one: self.cost.get(one.code, 0.0)):
            cost = self.cost.get(rule.code, 0.0)
            if cost > left:
                break
            left -= cost
            chosen.append(rule)
        return chosen


def at_once(text: Source, path: str, plan: Plan, files: Files, known: list[Finding], dirty: Span, pace: Pace) -> list[Finding] | None:
    """The findings after an edit in `dirty`, where those outside it are `known`; None where the text does not parse."""
    started = time.perf_counter()
    module = Module(text, None, path, plan.settings, files=files)
    try:
        module.tree  # noqa: B018 (parsing is the question)
    except SyntaxError:
        return None
    parsed = time.perf_counter() - started
    first, last = edited_lines(module, dirty)
    asked: dict[Gate, bool] = {}
    fresh: dict[Finding, None] = {}
    codes = set()
    local = [rule for rule in plan.rules if all(issubclass(kind, ast.AST) and kind is not ast.Module for kind in rule.on)]
    budget = SHARE * parsed
    for rule in pace.within(local, budget):
        begun = time.perf_counter()
        try:
            if engine.may_hold(rule, module, asked):
                for kind in rule.on:
                    for node in module.index.of(kind):
                        if first <= node.lineno <= last:  # type: ignore[attr-defined]
                            fresh.update((engine.finding(rule, hit, module), None) for hit in rule.check(node, module))
            codes.add(rule.code)
        except Exception:  # the full judgement says so, with PIT000
            pass
        now = time.perf_counter()
        pace.cost[rule.code] = now - begun
        if now - started > parsed + 2 * budget:
            break
    old = [one for one in known if one.code not in codes or not first <= one.line <= last]
    noqa = Noqa(text)
    said = {one: None for one in (*old, *fresh) if one.code == engine.DEFECT or not noqa.hides(one.code, one.line)}
    return sorted(said, key=lambda one: (one.span, one.code, one.message))


def edited_lines(module: Module, dirty: Span) -> tuple[int, int]:
    """The first and last line of what an edit may have changed by itself: the statement around it, in classes the one in their body."""
    low, high = module.source.position(dirty.start)[0], module.source.position(dirty.end)[0]
    body: list[ast.stmt] = module.tree.body
    while True:
        touched = [one for one in body if starts(one) <= high and low <= (one.end_lineno or one.lineno)]
        inside = touched[0] if len(touched) == 1 else None
        if not (isinstance(inside, ast.ClassDef) and starts(inside.body[0]) <= low and high <= (inside.end_lineno or 0)):
            break
        body = inside.body
    return min([low, *map(starts, touched)]), max([high, *(one.end_lineno or one.lineno for one in touched)])


def starts(node: ast.stmt) -> int:
    """The first line of a statement, that of its decorators."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(one.lineno for one in decorators)])
