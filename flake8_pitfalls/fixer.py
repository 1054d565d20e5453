"""Findings -> new text: compatible fixes together, proved by judging the result, until nothing changes.

Everything here is text in, text out; files are `running`'s. A fix is kept only if the new text parses, its finding is gone, no new
finding stands on the lines that it wrote, and every statement that it did not touch is still that statement (`proving`).
"""

from __future__ import annotations

from collections.abc import Iterable

from flake8_pitfalls import engine
from flake8_pitfalls.fixing.apply import Compatible, Moved
from flake8_pitfalls.fixing.known import line_text
from flake8_pitfalls.judgement import Ask, Candidate, Flaw, Job, Judgement, Outcome, Policy, Thunk, Verdict, placed
from flake8_pitfalls.model import Files, Finding, Fix, Rule, Safety, Settings
from flake8_pitfalls.proving import TRADED, edits_of, prove
from flake8_pitfalls.text.source import Source

__all__ = ["Candidate", "Job", "Judgement", "Outcome", "Policy", "Thunk", "Verdict", "check", "prove", "repair"]

ROUNDS = 100
# How often a text is judged again to find the fixes of a failed batch that do harm, before the rest of them is given up.
TRIALS = 200
UNSETTLED = f"its fixes did not settle in {ROUNDS} rounds, so it was left as it was"
DECLINED = "it was declined"


def check(text: str, path: str, rules: Iterable[Rule], settings: Settings, policy: Policy) -> Outcome:
    """What stands in a text, with the fixes that it could have; nothing is changed."""
    job = Job(path, rules, settings, policy)
    try:
        judged = job.judge(text)
        return unchanged(job, judged, judged.error)._replace(stale=job.stale(judged))
    finally:
        job.release()


def repair(
    text: str,
    path: str,
    rules: Iterable[Rule],
    settings: Settings,
    policy: Policy,
    files: Files | None = None,
    flaw: Flaw = lambda text: "",
    ask: Ask | None = None,
) -> Outcome:
    """The text with all fixes made that may be and that prove right."""
    job = Job(path, rules, settings, policy, files, flaw)
    job.ask = ask
    try:
        return repaired(job, text)
    finally:
        job.release()


def repaired(job: Job, text: str) -> Outcome:
    """What comes of a text, round by round."""
    judged = job.judge(text)
    if judged.error:
        return unchanged(job, judged, judged.error)
    first, seen, stale = judged.source, {text}, job.stale(judged)
    fixed: list[Verdict] = []
    trail: list[Moved] = []
    dropped: dict[tuple[str, int], str] = {}
    changes = 0  # of the text, when fixes that were left out were last tried again
    for _ in range(ROUNDS):
        chosen = choose(job, judged, dropped)
        if not chosen and dropped and len(trail) > changes:  # what others wrote since may have made them right
            changes = len(trail)
            dropped = {place: why for place, why in dropped.items() if why == DECLINED}
            chosen = choose(job, judged, dropped)
        if not chosen:
            break
        kept, after, bad = settle(job, judged, chosen)
        if kept:
            trail.append(Moved(edits_of(kept)))
            fixed += [fixed_verdict(one, trail[:-1], first) for one in kept]
            if after.source.text in seen:
                return unchanged(job, job.judge(text), UNSETTLED)
            seen.add(after.source.text)
        dropped = {(code, trail[-1].offset(start) if kept else start): why for (code, start), why in [*dropped.items(), *bad]}
        if after is not judged:
            job.drop(judged)
        judged = after
    else:
        return unchanged(job, job.judge(text), UNSETTLED)
    errors = [
        f"{where(judged.source, start)}: the fix of {code} was left out: {why}"
        for (code, start), why in dropped.items()
        if why != DECLINED and (not why.startswith(TRADED) or engine.DEFECT in why)
    ]
    return Outcome(job.path, text, judged.source.text, (*fixed, *left(job, judged, dropped)), tuple(errors), stale=stale)


def choose(job: Job, judged: Judgement, dropped: dict[tuple[str, int], str]) -> list[Candidate]:
    """The fixes that can be made together; those that overlap one of them wait for the next round. What is declined joins `dropped`."""
    chosen, together, declined = [], Compatible(), len(dropped)
    for finding, make in job.visible(judged):
        if (finding.code, finding.span.start) in dropped or (judged.module is None and finding not in judged.repairs):
            continue
        fix, _ = job.fix_of(finding, make, judged.source)
        if fix is not None and fix.edits and job.allowed(fix) and together.join(fix.edits):
            if job.ask is None or fix.safety is Safety.SAFE or job.ask(judged.source, finding, fix):
                chosen.append(Candidate(finding, fix))
            else:
                dropped[finding.code, finding.span.start] = DECLINED
    return choose(job, judged, dropped) if not chosen and len(dropped) > declined else chosen


def settle(job: Job, judged: Judgement, chosen: list[Candidate]) -> tuple[list[Candidate], Judgement, list[tuple[tuple[str, int], str]]]:
    """The fixes of a batch that prove right together, the text with them, and the others with what was wrong with each."""
    bad: list[tuple[tuple[str, int], str]] = []

    def drop(one: Candidate, why: str) -> None:
        bad.append(((one.finding.code, one.finding.span.start), why))

    def grow(base: list[Candidate], reached: Judgement, group: list[Candidate]) -> tuple[list[Candidate], Judgement]:
        if job.trials > TRIALS:
            for one in group:
                drop(one, "too many fixes of this file went wrong")
            return base, reached
        job.trials += bool(bad)
        after, flaw = prove(job, judged, [*base, *group])
        if not flaw:
            return [*base, *group], after
        job.drop(after)
        if len(group) == 1 or judged.module is None:  # what breaks a text may be several places: repaired all together, or not
            for one in group:
                drop(one, flaw)
            return base, reached
        job.trials += 1
        half = len(group) // 2
        base, reached = grow(base, reached, group[:half])
        return grow(base, reached, group[half:])

    kept, after = grow([], judged, chosen)
    return kept, after, bad


def left(job: Job, judged: Judgement, dropped: dict[tuple[str, int], str]) -> list[Verdict]:
    """The findings of a text that stay, each with the reason; and the defects that making their fixes met."""
    verdicts, defects = [], {}
    for finding, make in job.visible(judged):
        fix, defect = job.fix_of(finding, make, judged.source)
        if defect is not None:
            defects[defect] = Verdict(defect, (), False)
        verdicts.append(
            Verdict(finding, (fix,) if fix is not None else (), False, why(job, finding, fix, dropped), line_text(finding, judged.source))
        )
    return [*defects.values(), *verdicts]


def why(job: Job, finding: Finding, fix: Fix | None, dropped: dict[tuple[str, int], str]) -> str:
    """Why a finding is left."""
    if finding.code in job.policy.unfixable:
        return "its code is not to be fixed"
    if fix is None:
        return "no fix"
    if fix.safety is Safety.DISPLAY:
        return "its fix is only shown"
    if fix.safety is Safety.UNSAFE and not job.policy.unsafe:
        return "its fix is unsafe"
    return dropped.get((finding.code, finding.span.start), "")


def unchanged(job: Job, judged: Judgement, error: str) -> Outcome:
    """The outcome where a text stays as it was."""
    text = judged.source.text
    return Outcome(job.path, text, text, tuple(left(job, judged, {})), (error,) if error else (), bool(judged.error))


def fixed_verdict(one: Candidate, trail: list[Moved], first: Source) -> Verdict:
    """The verdict on a finding that was fixed, with its place in the text as the user knew it."""

    def back(offset: int) -> int:
        for moved in reversed(trail):
            offset = moved.back(offset)
        return offset

    return Verdict(placed(one.finding, first, back) if trail else one.finding, (one.fix,), True)


def where(source: Source, offset: int) -> str:
    """A place as `line:column`, both from 1."""
    line, column = source.position(offset)
    return f"{line}:{column + 1}"
