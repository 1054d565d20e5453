"""Edits of `# noqa` comments: codes taken out, codes put in."""

from __future__ import annotations

import re

from flake8_pitfalls.model import Edit, Finding, Fix, Safety, Span
from flake8_pitfalls.text.noqa import CODE, Comment, Noqa
from flake8_pitfalls.text.source import LINE_END, Source

LEAD = re.compile(r"[\s:,;.\u2013\u2014-]*")


def without(comment: Comment, codes: set[str], source: Source) -> Fix:
    """The fix that takes codes out of a comment; the whole comment goes where it says nothing else."""
    title = f"Remove {', '.join(f'`{code}`' for code, _ in comment.codes if code in codes)}"
    kept = [code for code, _ in comment.codes if code not in codes]
    if kept:
        spans = [span for _, span in comment.codes]
        separator = source.text[spans[0].end : spans[1].start]
        edit = Edit(Span(spans[0].start, spans[-1].end), separator.join(kept))
    else:
        edit = removal(comment, source)
    return Fix(title, (edit,), Safety.SAFE)


def removal(comment: Comment, source: Source) -> Edit:
    """The edit that takes a directive away, with the blanks before it; a reason behind it stays, as a comment of its own."""
    text = source.text
    line, column = source.position(comment.span.start)
    begin = comment.span.start - column
    end = begin + len(LINE_END.sub("", source.line(line)))
    rest = text[comment.span.end : end]
    reason = rest[LEAD.match(rest).end() :].rstrip()  # type: ignore[union-attr]  # it matches everywhere
    before = text[begin : comment.span.start].rstrip(" \t")
    if reason:
        return Edit(Span(comment.span.start, end), reason if reason.startswith("#") else f"# {reason}")
    if before:
        return Edit(Span(begin + len(before), end), "")
    return Edit(Span(begin, begin + len(source.line(line))), "")  # a line that holds nothing else


class CannotHide(Exception):
    """No comment can hide a finding; the message says why."""


def adding(findings: list[Finding], source: Source) -> tuple[list[Edit], list[tuple[Finding, str]]]:
    """The edits that make `# noqa` hide these findings, a comment for each group of lines that is searched as one; and the findings
    that none can hide, each with the reason."""
    noqa = Noqa(source)
    wanted: dict[tuple[int, int], list[Finding]] = {}
    for finding in findings:
        wanted.setdefault(noqa.group(source.position(finding.span.start)[0]), []).append(finding)
    edits, cannot = [], []
    for (first, last), group in sorted(wanted.items()):
        codes = sorted({finding.code for finding in group})
        try:
            edits.append(hiding(first, last, codes, noqa))
        except CannotHide as error:
            cannot += [(finding, str(error)) for finding in group]
    return edits, cannot


def hiding(first: int, last: int, codes: list[str], noqa: Noqa) -> Edit:
    """The edit that hides codes on some lines: in the comment that counts for them, else at the end of the last. Raises CannotHide."""
    source = noqa.source
    match = noqa.counting(first)
    if match is None:
        begin = source.line_starts[last - 1]
        end = begin + len(LINE_END.sub("", source.line(last)))
        kept = source.text[begin:end].rstrip(" \t")
        return Edit(Span(begin + len(kept), end), f"  # noqa: {', '.join(codes)}")
    if not noqa.in_comment(noqa.offset(first, match, match.start())):
        raise CannotHide("the text on its lines holds `# noqa` itself, and flake8 reads that in place of a comment")
    there = list(CODE.finditer(match["codes"]))
    end = noqa.offset(first, match, match.start("codes") + there[-1].end())
    tight = len(there) > 1 and match["codes"][there[0].end() : there[1].start()]
    return Edit(Span(end, end), "".join(f"{tight or ', '}{code}" for code in codes))
