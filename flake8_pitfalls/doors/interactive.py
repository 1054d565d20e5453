"""`pitfalls-fix --interactive`: each unsafe fix is shown as a diff and asked about, as `git add -p` asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from flake8_pitfalls import fixer
from flake8_pitfalls.fixer import Outcome, Policy, Verdict
from flake8_pitfalls.fixing.apply import apply
from flake8_pitfalls.model import Finding, Fix, Rule, Settings
from flake8_pitfalls.report import diff
from flake8_pitfalls.report.text import BOLD, CYAN, Paint, shown, where
from flake8_pitfalls.running.document import NOTEBOOK, Flaw, in_cell
from flake8_pitfalls.text.source import Source

QUESTION = "Make this fix [y,n,a,d,q,?]? "
HELP = """y - make this fix
n - do not make it
a - make this fix and all later ones in this file
d - make neither this fix nor any later one in this file
q - quit: make neither this fix nor any of the remaining ones; what was answered before is done
? - print this help
"""


class Interview:
    """Asks about each unsafe fix of a run. `over`: whether the user has had enough."""

    def __init__(self, ask: TextIO, show: TextIO, paint: Paint) -> None:
        self.answers = ask
        self.out = show
        self.paint = paint
        self.over = False
        self.rest: bool | None = None  # of this file: make all, make none, or ask

    def make(self, text: str, path: str, rules: Iterable[Rule], settings: Settings, policy: Policy, flaw: Callable[[str], str]) -> Outcome:
        """The text of one file with the fixes that were wanted; safe ones are made unasked."""
        self.rest = None
        self.path = path
        self.raw = flaw.raw if isinstance(flaw, Flaw) else ""
        return fixer.repair(text, path, rules, settings, policy._replace(unsafe=True), flaw=flaw, ask=self.wants)

    def wants(self, source: Source, finding: Finding, fix: Fix) -> bool:
        """Whether a fix is to be made."""
        if self.over:
            return False
        if self.rest is None:
            self.show(source, finding, fix)
        while self.rest is None:
            answer = self.answered()
            if answer in ("y", "n"):
                return answer == "y"
            if answer in ("a", "d"):
                self.rest = answer == "a"
            elif answer in ("q", ""):
                self.over = True
                return False
            else:
                self.out.write(HELP)
        return self.rest

    def answered(self) -> str:
        """What is answered: the first letter; "" at the end of the input."""
        self.out.write(self.paint(QUESTION, BOLD))
        self.out.flush()
        line = self.answers.readline()
        if not line:
            self.out.write("\n")
            return ""
        return line.strip()[:1].lower() or "?"

    def show(self, source: Source, finding: Finding, fix: Fix) -> None:
        """Prints what is found, and what the fix would change."""
        if self.path.endswith(NOTEBOOK):
            finding = in_cell(Verdict(finding, (fix,), False), source.text).finding
        self.out.write(f"\n{self.paint(where(self.path, finding) + ':', BOLD)} {finding.code} {shown(finding.message)}\n")
        self.out.write(f"{self.paint('unsafe fix:', CYAN)} {shown(fix.title)}\n")
        change = Outcome(self.path, source.text, apply(source.text, list(fix.edits)), notebook=self.raw)
        self.out.writelines(diff.lines([change], self.paint, readable=True))
