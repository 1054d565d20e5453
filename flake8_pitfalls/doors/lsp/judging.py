"""A text judged: in full, or at once where it was edited.

`in_full` is what every other door does. `at_once` is for the key stroke: only the statement that was edited is parsed, rules are asked
about that one only, and what was said of the rest is kept. What rests on several functions or modules may be out of date for that
moment; the full judgement follows when the typing stops.
"""

from __future__ import annotations

import ast
import time
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from flake8_pitfalls import engine, fixer
from flake8_pitfalls.doors.lsp.splice import Kept
from flake8_pitfalls.facts import Module
from flake8_pitfalls.fixer import Judgement, Policy
from flake8_pitfalls.fixing.known import unknown
from flake8_pitfalls.model import Files, Finding, Gate, Rule, Settings
from flake8_pitfalls.text.noqa import Noqa
from flake8_pitfalls.text.reparse import first_line, last_line
from flake8_pitfalls.text.source import Source, Span

# What the rules may take of a quick judgement, in times of parsing the whole text; rules that do not fit wait for the full one.
SHARE = 1.0
LEAST = 0.004  # seconds that they may take in the smallest file
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
    """What is kept of one document from key stroke to key stroke: its tree, and which rules are quick enough, measured here."""

    def __init__(self) -> None:
        self.kept = Kept()
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
    try:
        index = pace.kept.follow(text)
    except SyntaxError:
        return None
    assert isinstance(index.tree, ast.Module)
    module = Module(text, index.tree, path, plan.settings, files=files)
    module.__dict__["index"] = index
    first, last = edited_lines(module, dirty)
    asked: dict[Gate, bool] = {}
    fresh: dict[Finding, None] = {}
    codes = set()
    local = [rule for rule in plan.rules if all(issubclass(kind, ast.AST) and kind is not ast.Module for kind in rule.on)]
    budget = max(LEAST, SHARE * pace.kept.took)
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
        if now - started > 2 * budget:
            break
    old = [one for one in known if one.code not in codes or not first <= one.line <= last]
    noqa = Noqa(text)
    new, _ = unknown(((one, None) for one in fresh), text, plan.policy.known)
    said = {one: None for one in (*old, *(one for one, _ in new)) if one.code == engine.DEFECT or not noqa.hides(one.code, one.line)}
    return sorted(said, key=lambda one: (one.span, one.code, one.message))


def edited_lines(module: Module, dirty: Span) -> tuple[int, int]:
    """The first and last line of what an edit may have changed by itself: the statement around it, in classes the one in their body."""
    low, high = module.source.position(dirty.start)[0], module.source.position(dirty.end)[0]
    body: list[ast.stmt] = module.tree.body
    while True:
        touched = [one for one in body if first_line(one) <= high and low <= last_line(one)]
        inside = touched[0] if len(touched) == 1 else None
        if not (isinstance(inside, ast.ClassDef) and first_line(inside.body[0]) <= low and high <= (inside.end_lineno or 0)):
            break
        body = inside.body
    return min([low, *map(first_line, touched)]), max([high, *map(last_line, touched)])
