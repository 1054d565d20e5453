"""Findings -> new text: compatible fixes together, proved by judging the result, until nothing changes.

Everything here is text in, text out; files are `running`'s. A fix is kept only if the new text parses, its finding is gone, no new
finding stands on the lines that it wrote, and every statement that it did not touch is still that statement.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from flake8_pitfalls import engine
from flake8_pitfalls.facts import Module
from flake8_pitfalls.fixing.apply import Compatible, Moved, apply
from flake8_pitfalls.fixing.known import Known, line_text, unknown
from flake8_pitfalls.model import Edit, Files, Finding, Fix, Rule, Safety, Settings, Span
from flake8_pitfalls.proving import no_longer_compiles, strays, torn
from flake8_pitfalls.text.noqa import Noqa
from flake8_pitfalls.text.parse import parse, version
from flake8_pitfalls.text.source import Source

ROUNDS = 100
# How often a text is judged again to find the fixes of a failed batch that do harm, before the rest of them is given up.
TRIALS = 200
# A fix that trades one finding for another is no defect: the finding is left, with this as the reason.
TRADED = "it would bring"
UNSETTLED = f"its fixes did not settle in {ROUNDS} rounds, so it was left as it was"

DECLINED = "it was declined"

Thunk = Callable[[], "Fix | None"]
Ask = Callable[["Source", "Finding", "Fix"], bool]
Flaw = Callable[[str], str]


class Policy(NamedTuple):
    """Which fixes may be made.

    `unsafe`: unsafe ones too; `noqa`: whether comments hide findings; `unfixable`: codes that are only reported;
    `safety`: codes whose fixes count as safer or less safe than their rule says; `known`: what a baseline knows of the text, which is
    neither reported nor fixed.
    """

    unsafe: bool = False
    noqa: bool = True
    unfixable: frozenset[str] = frozenset()
    safety: tuple[tuple[str, Safety], ...] = ()
    known: tuple[Known, ...] = ()


class Verdict(NamedTuple):
    """What became of one finding: `fixed`, or `why` not. A fixed one stands in the old text, one that is left in the new.

    `text`: the line that one which is left begins on, as a baseline keeps it.
    """

    finding: Finding
    fixes: tuple[Fix, ...]
    fixed: bool
    why: str = ""
    text: str = ""


class Outcome(NamedTuple):
    """What was found and done in one text; plain data.

    `errors`: why the text, or a fix, could not be dealt with; `broken`: the text does not parse, and no finding says why. `before`
    and `after` are the same text where nothing was fixed. `notebook`: the text of the file as it was, where `before` is made of its cells.
    `stale`: what a baseline knows that is not there any more; `silenced`: how many findings were hidden by comments.
    """

    path: str
    before: str
    after: str
    verdicts: tuple[Verdict, ...] = ()
    errors: tuple[str, ...] = ()
    broken: bool = False
    notebook: str = ""
    stale: tuple[Known, ...] = ()
    silenced: int = 0

    @property
    def defects(self) -> bool:
        """Whether a rule of ours failed."""
        return any(verdict.finding.code == engine.DEFECT for verdict in self.verdicts)


class Judgement(NamedTuple):
    """One text with all its findings and, where they have one, the makers of their fixes.

    `module` is None where the text does not parse, and then `error` says why unless a finding explains it.
    `repairs`: the findings whose fixes make such a text parse; only they are fixed in it.
    """

    source: Source
    module: Module | None
    found: list[tuple[Finding, Thunk | None]]
    error: str = ""
    repairs: frozenset[Finding] = frozenset()


class Candidate(NamedTuple):
    """A fix that may be made."""

    finding: Finding
    fix: Fix


class Job:
    """One text on its way: the rules, settings and policy that stay the same from round to round.

    `files`: the files around it, where they are not those of the disk; `flaw`: what more is asked of a repaired text: the answer says
    what is wrong with it, "" for nothing; `ask`: who is asked before an unsafe fix is made, with the text and the finding.
    """

    def __init__(
        self, path: str, rules: Iterable[Rule], settings: Settings, policy: Policy, files: Files | None = None, flaw: Flaw = lambda text: ""
    ) -> None:
        self.path = path
        self.flaw = flaw
        self.rules = list(rules)
        self.by_code = {rule.code: rule for rule in self.rules}
        self.settings = settings
        self.policy = policy
        self.files = files
        self.raised = dict(policy.safety)
        self.trials = 0
        self.ask: Ask | None = None

    def judge(self, text: str) -> Judgement:
        """All findings of a text, hidden ones too."""
        source = Source(text)
        module = Module(source, None, self.path, self.settings, files=self.files)
        try:
            module.tree  # noqa: B018 (parsing is the question)
        except SyntaxError as error:
            return self.judge_broken(module, error)
        return Judgement(source, module, [(found, hit.fix) for found, hit in engine.examine(module, self.rules)])

    def judge_broken(self, module: Module, error: SyntaxError) -> Judgement:
        """The findings of a text that does not parse: those that explain it, and those of the text as it would be with them repaired."""
        pairs = engine.examine(module, [rule for rule in self.rules if SyntaxError in rule.on])
        reason = f"does not parse with Python {version()}: {error.msg}" + (f" (line {error.lineno})" if error.lineno else "")
        edits = Compatible()
        for _, hit in pairs:
            fix = hit.fix() if hit.fix is not None else None
            if fix is not None:
                edits.join(fix.edits)
        found: list[tuple[Finding, Thunk | None]] = [(found, hit.fix) for found, hit in pairs]
        repairs = frozenset(finding for finding, _ in found)
        repaired = Module(Source(apply(module.source.text, edits.edits)), None, self.path, self.settings, files=self.files)
        try:
            repaired.tree  # noqa: B018
        except SyntaxError:
            return Judgement(module.source, None, found, reason, repairs)
        moved = Moved(edits.edits)
        for finding, hit in engine.examine(repaired, [rule for rule in self.rules if not engine.is_last(rule)]):
            back = None if hit.fix is None else partial(moved_back, hit.fix, moved)
            found.append((placed(finding, module.source, moved.back), back))
        return Judgement(module.source, None, sorted(found, key=lambda item: (item[0].span, item[0].code)), "", repairs)

    def visible(self, judged: Judgement) -> list[tuple[Finding, Thunk | None]]:
        """The findings that no comment hides and no baseline knows; a defect of ours is always shown."""
        return unknown(self.uncommented(judged), judged.source, self.policy.known)[0]

    def uncommented(self, judged: Judgement) -> list[tuple[Finding, Thunk | None]]:
        """The findings that no comment hides."""
        if not self.policy.noqa:
            return judged.found
        noqa = Noqa(judged.source)
        return [item for item in judged.found if item[0].code == engine.DEFECT or not noqa.hides(item[0].code, item[0].line)]

    def stale(self, judged: Judgement) -> tuple[Known, ...]:
        """What the baseline knows of the codes that were looked for, and that is not there any more."""
        if judged.error or not self.policy.known:
            return ()
        left = unknown(self.uncommented(judged), judged.source, self.policy.known)[1]
        return tuple(one for one in left if one.code in self.by_code)

    def fix_of(self, finding: Finding, make: Thunk | None, source: Source) -> tuple[Fix | None, Finding | None]:
        """The fix of a finding, its inserted lines ended as the file ends lines; or the defect that making it met."""
        if make is None or finding.code in self.policy.unfixable:
            return None, None
        try:
            fix = make()
            if fix is None:
                return None, None
            edits = tuple(Edit(span, source.with_line_ends(new, span.start)) for span, new in fix.edits)
            if not all(0 <= start <= end <= len(source.text) for (start, end), _ in edits):
                raise IndexError("an edit outside the text")
        except Exception as defect:  # a defect of one rule must not take the run down
            rule = self.by_code[finding.code]
            return None, engine.defect_of(rule, defect, Module(source, None, self.path, self.settings))[0]
        return Fix(fix.title, edits, self.raised.get(finding.code, fix.safety)), None

    def allowed(self, fix: Fix) -> bool:
        """Whether the user lets this fix be made."""
        return fix.safety is Safety.SAFE or (fix.safety is Safety.UNSAFE and self.policy.unsafe)


def check(text: str, path: str, rules: Iterable[Rule], settings: Settings, policy: Policy) -> Outcome:
    """What stands in a text, with the fixes that it could have; nothing is changed."""
    job = Job(path, rules, settings, policy)
    judged = job.judge(text)
    return unchanged(job, judged, judged.error)._replace(stale=job.stale(judged))


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
        judged = after
    else:
        return unchanged(job, job.judge(text), UNSETTLED)
    errors = [
        f"{where(judged.source, start)}: the fix of {code} was left out: {why}"
        for (code, start), why in dropped.items()
        if why != DECLINED and (not why.startswith(TRADED) or engine.DEFECT in why)
    ]
    return Outcome(path, text, judged.source.text, (*fixed, *left(job, judged, dropped)), tuple(errors), stale=stale)


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


def prove(job: Job, judged: Judgement, chosen: list[Candidate]) -> tuple[Judgement, str]:
    """The text with these fixes, judged again, and what is wrong with it ("" where nothing is)."""
    edits = edits_of(chosen)
    after = job.judge(apply(judged.source.text, edits))
    if after.module is None:
        return after, "the result would not parse"
    if flaw := job.flaw(after.source.text):
        return after, f"{TRADED} a flaw: {flaw}"
    target = job.settings.target_version
    if target > (3, 0) and is_read_by(target, judged.source.text) and not is_read_by(target, after.source.text):
        return after, f"Python {target[0]}.{target[1]} could not read the result"
    if judged.module is None:
        return after, ""
    if no_longer_compiles(judged.source.text, after.source.text):
        return after, "the result would not compile"
    moved = Moved(edits)
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


def edits_of(chosen: Iterable[Candidate]) -> list[Edit]:
    """All edits of some fixes, a shared one once, in the order of the text."""
    return sorted({edit for one in chosen for edit in one.fix.edits})


def fixed_verdict(one: Candidate, trail: list[Moved], first: Source) -> Verdict:
    """The verdict on a finding that was fixed, with its place in the text as the user knew it."""

    def back(offset: int) -> int:
        for moved in reversed(trail):
            offset = moved.back(offset)
        return offset

    return Verdict(placed(one.finding, first, back) if trail else one.finding, (one.fix,), True)


def placed(finding: Finding, source: Source, back: Callable[[int], int]) -> Finding:
    """A finding moved to its place in another text."""
    span = Span(back(finding.span.start), back(finding.span.end))
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    return finding._replace(span=span, line=line, column=column + 1, end_line=end_line, end_column=end_column + 1)


def moved_back(make: Thunk, moved: Moved) -> Fix | None:
    """A fix of the repaired text as one of the broken text."""
    fix = make()
    if fix is None:
        return None
    return fix._replace(edits=tuple(Edit(Span(moved.back(span.start), moved.back(span.end)), new) for span, new in fix.edits))


def where(source: Source, offset: int) -> str:
    """A place as `line:column`, both from 1."""
    line, column = source.position(offset)
    return f"{line}:{column + 1}"
