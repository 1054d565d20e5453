"""A text with `# noqa` comments for its findings, so that an old code base starts clean: what `pitfalls-fix --add-noqa` writes."""

from __future__ import annotations

import tokenize
from collections.abc import Callable, Iterable

from flake8_pitfalls import fixer
from flake8_pitfalls.fixer import Outcome, Policy
from flake8_pitfalls.fixing.apply import apply
from flake8_pitfalls.fixing.noqa import adding
from flake8_pitfalls.model import Edit, Finding, Rule, Settings
from flake8_pitfalls.text.noqa import Noqa
from flake8_pitfalls.text.source import LINE_END, Source

NEVER = ("PIT000", "PIT001")
UNPARSED = "no comments were written, since the text does not parse: repair that first"


def silence(
    text: str, path: str, rules: Iterable[Rule], settings: Settings, policy: Policy, flaw: Callable[[str], str] = lambda text: ""
) -> Outcome:
    """The text with the comments that hide its findings; `verdicts` are those that none can hide, each with an error that says why."""
    found = fixer.check(text, path, rules, settings, policy)
    findings = [one.finding for one in found.verdicts if one.finding.code not in NEVER]
    if found.errors or not findings:
        return found._replace(verdicts=tuple(one for one in found.verdicts if one.finding.code in NEVER))
    source = Source(text)
    program = tokens(text)
    if program is None:
        return found._replace(errors=(UNPARSED,))
    edits, cannot = adding(findings, source)
    after = apply(text, edits)
    if tokens(after) != program:  # a comment inside a replacement field that goes over lines is a part of it
        edits = harmless(text, edits, program)
        after = apply(text, edits)
    if wrong := flaw(after):
        return found._replace(errors=(f"no comments were written: {wrong}",))
    noqa = Noqa(Source(after))
    why = dict(cannot)
    left = [one for one in found.verdicts if one.finding.code in NEVER or not noqa.hides(one.finding.code, line_of(one.finding, source))]
    errors = [
        f"{one.finding.line}:{one.finding.column}: {one.finding.code} cannot be hidden: {why.get(one.finding, 'its line takes no comment')}"
        for one in left
        if one.finding.code not in NEVER
    ]
    return found._replace(after=after, verdicts=tuple(left), errors=tuple(errors), silenced=len(found.verdicts) - len(left))


def line_of(finding: Finding, source: Source) -> int:
    """The line of the whole text that a finding begins on."""
    return source.position(finding.span.start)[0]


def harmless(text: str, edits: list[Edit], program: list[tuple[int, str]]) -> list[Edit]:
    """The edits that leave the program what it is."""
    kept: list[Edit] = []
    for edit in edits:
        if tokens(apply(text, [*kept, edit])) == program:
            kept.append(edit)
    return kept


def tokens(text: str) -> list[tuple[int, str]] | None:
    """What a text says, without its comments; None where it cannot be cut into tokens."""
    lines = iter([f"{line}\n" for line in LINE_END.split(text)])
    try:
        return [(one.type, one.string) for one in tokenize.generate_tokens(lambda: next(lines, "")) if one.type != tokenize.COMMENT]
    except (tokenize.TokenError, SyntaxError):
        return None
