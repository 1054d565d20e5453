"""What can be done about findings: one fix, all fixes of a code or of the file, or a comment that hides one. Edits are made when wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from lsprotocol import types

from flake8_pitfalls import fixer
from flake8_pitfalls.doors.lsp import judging
from flake8_pitfalls.doors.lsp.convert import SOURCE, between
from flake8_pitfalls.doors.lsp.documents import Document
from flake8_pitfalls.doors.lsp.judging import Plan
from flake8_pitfalls.engine import DEFECT
from flake8_pitfalls.fixer import Candidate, Judgement, Thunk
from flake8_pitfalls.model import Edit, Files, Finding, Fix, Safety
from flake8_pitfalls.text.noqa import Noqa
from flake8_pitfalls.text.parse import parse
from flake8_pitfalls.text.source import Source, Span

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.{SOURCE}"
KINDS: list[types.CodeActionKind | str] = [types.CodeActionKind.QuickFix, FIX_ALL]
ONE, CODE, ALL, HIDE = "one", "code", "all", "hide"


class Asked(NamedTuple):
    """What an action is to do; plain data, since the client keeps it until the action is chosen.

    `start` is the finding's offset in the text of that `version`.
    """

    do: str
    uri: str
    version: int
    code: str = ""
    start: int = 0
    message: str = ""

    @classmethod
    def of(cls, data: Any) -> Asked | None:
        """What an action that comes back from the client carries; None where it is not ours."""
        try:
            made = cls(**data)
        except TypeError:
            return None
        kinds = (str, str, int, str, int, str)
        return made if all(isinstance(value, kind) for value, kind in zip(made, kinds, strict=True)) else None


class Offer(NamedTuple):
    """An action before it is one of the protocol's."""

    title: str
    kind: types.CodeActionKind | str
    asked: Asked
    finding: Finding | None = None
    is_preferred: bool = False


def wants(only: Sequence[types.CodeActionKind | str] | None, kind: types.CodeActionKind | str) -> bool:
    """Whether a client that asks for these kinds wants this one: a kind stands for all below it."""
    if only is None:
        return True
    text = str(getattr(kind, "value", kind))
    asked = [str(getattr(one, "value", one)) for one in only]
    return any(one == "" or text == one or text.startswith(f"{one}.") for one in asked)


def offers(document: Document, judged: Judgement, plan: Plan, files: Files, span: Span, context: types.CodeActionContext) -> list[Offer]:
    """What can be done about the findings that a range touches or the client names, such as those of the line, and about the whole file."""
    only = context.only
    job = judging.job(document.path, plan, files)
    seen = job.visible(judged)
    fixes = {finding: fix for finding, make in seen if (fix := fix_of(job, judged, finding, make)) is not None}
    ask = partial(Asked, uri=document.uri, version=document.version)
    made: list[Offer] = []
    if wants(only, types.CodeActionKind.QuickFix):
        here = [one for one, _ in seen if touches(span, one) or matching(one, document, context.diagnostics)]
        for finding in here:
            fix = fixes.get(finding)
            if fix is not None:
                title = f"{finding.code}: {fix.title}{'' if fix.safety is Safety.SAFE else ' (unsafe)'}"
                one = ask(ONE, code=finding.code, start=finding.span.start, message=finding.message)
                made.append(Offer(title, types.CodeActionKind.QuickFix, one, finding, fix.safety is Safety.SAFE))
        for code in dict.fromkeys(one.code for one in here):
            alike = [fix for finding, fix in fixes.items() if finding.code == code]
            if len(alike) > 1:
                unsafe = any(fix.safety is not Safety.SAFE for fix in alike)
                title = f"Fix all of {code} in this file ({len(alike)}{', some unsafe' if unsafe else ''})"
                made.append(Offer(title, types.CodeActionKind.QuickFix, ask(CODE, code=code)))
        for finding in here:
            if finding.code != DEFECT and judged.module is not None:
                one = ask(HIDE, code=finding.code, start=finding.span.start, message=finding.message)
                made.append(Offer(f"Silence {finding.code} here: # noqa: {finding.code}", types.CodeActionKind.QuickFix, one, finding))
    if only is not None and wants(only, FIX_ALL) and any(job.allowed(fix) for fix in fixes.values()):
        made.append(Offer("Fix all that is safe to fix (pitfalls)", FIX_ALL, ask(ALL)))
    return made


def fix_of(job: fixer.Job, judged: Judgement, finding: Finding, make: Thunk | None) -> Fix | None:
    """The fix of a finding, where there is one that may be made; of a text that does not parse only what makes it parse."""
    if make is None or (judged.module is None and finding not in judged.repairs):
        return None
    fix, _ = job.fix_of(finding, make, judged.source)
    return fix if fix is not None and fix.edits and fix.safety is not Safety.DISPLAY else None


def edits(asked: Asked, judged: Judgement, path: str, plan: Plan, files: Files) -> tuple[list[Edit], str]:
    """The edits of an action, proved; or none, and why."""
    if asked.do == ALL:
        return everything(judged.source.text, path, plan, files)
    if asked.do == CODE:
        rules = tuple(rule for rule in plan.rules if rule.code == asked.code)
        policy = plan.policy._replace(unsafe=True, unfixable=frozenset())
        return everything(judged.source.text, path, plan._replace(rules=rules, policy=policy), files)
    job = judging.job(path, plan, files)
    finding, make = next(
        (item for item in job.visible(judged) if item[0].code == asked.code and item[0].span.start == asked.start),
        (None, None),
    )
    if finding is None:
        return [], f"{asked.code} no longer stands there"
    if asked.do == HIDE:
        return hidden(judged.source, finding)
    fix = fix_of(job, judged, finding, make)
    if fix is None:
        return [], f"{asked.code} has no fix here"
    if judged.module is None:  # what breaks a text may be several places: all of them are repaired
        return everything(judged.source.text, path, plan._replace(rules=tuple(job.by_code[one.code] for one in judged.repairs)), files)
    _, flaw = fixer.prove(job, judged, [Candidate(finding, fix)])
    return ([], f"the fix of {asked.code} was left out: {flaw}") if flaw else (list(fix.edits), "")


def everything(text: str, path: str, plan: Plan, files: Files) -> tuple[list[Edit], str]:
    """The edits of all fixes that may be made, each proved."""
    outcome = fixer.repair(text, path, plan.rules, plan.settings, plan.policy, files)
    return between(text, outcome.after), "; ".join(outcome.errors) or ("" if outcome.after != text else "nothing could be fixed")


def hidden(source: Source, finding: Finding) -> tuple[list[Edit], str]:
    """The comment that makes flake8 silent about a finding: at the end of the last of the lines that flake8 reads as one."""
    noqa = Noqa(source)
    first, last = noqa.group(finding.line)
    found = noqa.counting(finding.line)
    if found is not None and found["codes"] is not None:
        at = noqa.offset(first, found, found.start("codes") + len(found["codes"].rstrip(", \t\n")))
        edit = Edit(Span(at, at), f", {finding.code}")
    else:
        line = source.line(last)
        body = line.rstrip("\r\n")
        start = source.line_starts[last - 1]
        at = start + len(body.rstrip())
        edit = Edit(Span(at, start + len(body)), f"  # noqa: {finding.code}")
    text = source.text[: edit.span.start] + edit.text + source.text[edit.span.end :]
    return ([edit], "") if is_silent(source.text, text, finding) else ([], "no comment can stand there")


def is_silent(before: str, after: str, finding: Finding) -> bool:
    """Whether a text with one more comment hides the finding, and is the same program."""
    import ast

    try:
        same = ast.dump(parse(before)) == ast.dump(parse(after))
    except (SyntaxError, RecursionError):
        return False
    return same and Noqa(Source(after)).hides(finding.code, finding.line)


def touches(span: Span, finding: Finding) -> bool:
    return finding.span.start <= span.end and span.start <= max(finding.span.end, finding.span.start + 1)


def matching(finding: Finding, document: Document, shown: Iterable[types.Diagnostic]) -> list[types.Diagnostic]:
    """Those of the client's diagnostics that are this finding."""
    start = document.places.position(finding.span.start)
    return [one for one in shown if one.code == finding.code and one.range.start == start]
