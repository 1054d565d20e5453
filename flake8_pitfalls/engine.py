"""A module and rules in, findings out: rules are ruled out by the text, the tree is walked once, nodes go to the rules that want them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Finding, Fix, Gate, Hit, Judged, Level, Rule, Span
from flake8_pitfalls.text.pattern import Holds

DEFECT = "PIT000"


def run(module: Module, rules: Iterable[Rule]) -> list[Finding]:
    """The findings of these rules in one module, in the order of the text; a rule that raises becomes one PIT000."""
    return [found for found, _ in examine(module, rules)]


def examine(module: Module, rules: Iterable[Rule]) -> list[tuple[Finding, Hit]]:
    """The findings with the hits that they came from, so that whoever wants fixes need not ask the rules again.

    Raises SyntaxError where the text does not parse, unless every rule is one about such texts.
    """
    if module.path.endswith(".pyi"):  # a stub never runs
        return []
    found: dict[Finding, Hit] = {}
    asked: dict[Gate, bool] = {}
    codes: set[str] = set()
    last: list[Rule] = []
    for rule in rules:
        codes.add(rule.code)
        if is_last(rule):
            last.append(rule)
        else:
            judge(rule, module, asked, found)
    for rule in last:
        judge(rule, module, asked, found, Judged(frozenset(codes), tuple(found)))
    return sorted(found.items(), key=lambda item: (item[0].span, item[0].code, item[0].message))


def judge(rule: Rule, module: Module, asked: dict[Gate, bool], found: dict[Finding, Hit], everything: Judged | None = None) -> None:
    """Adds what one rule finds."""
    try:
        if may_hold(rule, module, asked):
            for hit in hits(rule, module, everything):
                found.setdefault(finding(rule, hit, module), hit)
    except Exception as defect:  # a defect of one rule must not take the run down
        if isinstance(defect, SyntaxError) and "tree" not in module.__dict__ and SyntaxError not in rule.on:
            raise  # the text does not parse, which is no rule's fault
        found.setdefault(*defect_of(rule, defect, module))


def may_hold(rule: Rule, module: Module, asked: dict[Gate, bool]) -> bool:
    """Whether the text can hold a finding of this rule at all: cheap, and never wrong about a no.

    `asked`: what the gates that rules share have answered of this text so far.
    """
    if SyntaxError in rule.on and "tree" in module.__dict__:
        return False
    source, gate = module.source, rule.text
    for item in rule.words:
        if item not in source.words if isinstance(item, str) else source.words.isdisjoint(item):
            return False
    if gate is not None and not (rule.light and "tree" in module.__dict__):
        if gate not in asked:
            asked[gate] = (gate.among(source) if isinstance(gate, Holds) else gate.search(source.text)) is not None
        return asked[gate]
    return True


def is_last(rule: Rule) -> bool:
    """Whether a rule judges what the others found."""
    return Judged in rule.on


def hits(rule: Rule, module: Module, everything: Judged | None = None) -> Iterator[Hit]:
    """What a rule's check yields over a module, for a rule on SyntaxError over a text that does not parse, or over what others found."""
    if is_last(rule):
        if everything is not None and module.tree is not None:
            yield from rule.check(everything, module)
        return
    if SyntaxError in rule.on:
        try:
            module.tree  # noqa: B018 (parsing is the question)
        except SyntaxError as error:
            yield from rule.check(error, module)
        return
    if ast.Module in rule.on:
        yield from rule.check(module.tree, module)
    for kind in rule.on:
        if kind is not ast.Module:
            for node in module.index.of(kind):
                yield from rule.check(node, module)


def finding(rule: Rule, hit: Hit, module: Module) -> Finding:
    """A hit as plain data."""
    span = place(hit, module)
    line, column = module.source.position(span.start)
    end_line, end_column = module.source.position(span.end)
    return Finding(
        rule.code, rule.name, rule.level, hit.message, span, line, column + 1, end_line, end_column + 1, hit.related, module.rests_on
    )


def place(hit: Hit, module: Module) -> Span:
    """Where a hit stands, as offsets."""
    return hit.where if isinstance(hit.where, Span) else module.source.span(hit.where)


def defect_of(rule: Rule, defect: Exception, module: Module) -> tuple[Finding, Hit]:
    """The finding that says a rule of ours failed: it names the rule and asks for a report. The traceback goes to the log."""
    import logging

    logging.getLogger("flake8_pitfalls").debug("%s failed in %s", rule.code, module.path or "<text>", exc_info=defect)
    trace = defect.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" in {trace.tb_frame.f_code.co_name}, line {trace.tb_lineno}" if trace is not None else ""
    message = f"{rule.code} could not judge this file ({type(defect).__name__}{where}): please report it; all other rules went on"
    start = Span(0, 0)
    return Finding(DEFECT, "internal-error", Level.ERROR, message, start, 1, 1, 1, 1), Hit(start, message)


def fix(module: Module, wanted: Finding, rules: dict[str, Rule]) -> Fix | None:
    """The fix of one finding, made by running its rule's check at that place again; None where there is none."""
    rule = rules.get(wanted.code)
    if rule is None or rule.fixes is None:
        return None
    everything = Judged(frozenset(rules), tuple(run(module, [one for one in rules.values() if one is not rule]))) if is_last(rule) else None
    for hit in hits(rule, module, everything):
        if hit.fix is not None and hit.message == wanted.message and place(hit, module) == wanted.span:
            return hit.fix()
    return None
