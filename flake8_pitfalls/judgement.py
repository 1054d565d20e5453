"""A text with all that was found in it: what a run hands on of it, and the rules, settings and policy that it is judged by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from flake8_pitfalls import engine
from flake8_pitfalls.facts import Module
from flake8_pitfalls.fixing.apply import Compatible, Moved, apply
from flake8_pitfalls.fixing.known import Known, unknown
from flake8_pitfalls.model import Edit, Files, Finding, Fix, Rule, Safety, Settings, Span
from flake8_pitfalls.text.noqa import Noqa
from flake8_pitfalls.text.parse import version
from flake8_pitfalls.text.reparse import reparsed
from flake8_pitfalls.text.source import Source

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
    def is_clean(self) -> bool:
        """Whether there is nothing to say of it."""
        return not (self.verdicts or self.errors or self.broken or self.stale or self.silenced) and self.before == self.after

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
        self.modules: list[Module] = []  # of the texts that were judged and that parse
        self.ask: Ask | None = None

    def judge(self, text: str, before: Judgement | None = None, edits: Iterable[Edit] = ()) -> Judgement:
        """All findings of a text, hidden ones too. `edits`: where it is the text of another judgement, what makes it of that text."""
        source, tree = Source(text), None
        if before is not None and before.module is not None:
            tree = reparsed(before.module.tree, before.source, source, [edit.span for edit in edits])
        module = Module(source, tree, self.path, self.settings, files=self.files)
        try:
            module.tree  # noqa: B018 (parsing is the question)
        except SyntaxError as error:
            return self.judge_broken(module, error)
        self.modules.append(module)
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
        self.modules.append(repaired)
        moved = Moved(edits.edits)
        for finding, hit in engine.examine(repaired, [rule for rule in self.rules if not engine.is_last(rule)]):
            back = None if hit.fix is None else partial(moved_back, hit.fix, moved)
            found.append((placed(finding, module.source, moved.back), back))
        return Judgement(module.source, None, sorted(found, key=lambda item: (item[0].span, item[0].code)), "", repairs)

    def release(self) -> None:
        """Lets go of what was found out about the texts: no fix can be made any more."""
        for module in self.modules:
            module.release()
        self.modules.clear()

    def drop(self, judged: Judgement) -> None:
        """Lets go of a text that is done with: proving the fixes of one file may take hundreds of trees."""
        if judged.module is not None and judged.module in self.modules:
            self.modules.remove(judged.module)
            judged.module.release()

    def visible(self, judged: Judgement) -> list[tuple[Finding, Thunk | None]]:
        """The findings that no comment hides and no baseline knows; a defect of ours is always shown."""
        return unknown(self.uncommented(judged), judged.source, self.policy.known)[0]

    def uncommented(self, judged: Judgement) -> list[tuple[Finding, Thunk | None]]:
        """The findings that no comment hides."""
        if not self.policy.noqa or not judged.found:
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
