"""A file's bytes as a program text, and a changed text as bytes: Python files as they are, notebooks as one module."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from flake8_pitfalls import fixer
from flake8_pitfalls.fixer import Outcome, Policy, Verdict
from flake8_pitfalls.model import Finding, Rule, Settings
from flake8_pitfalls.running.write import LARGEST
from flake8_pitfalls.text.coding import Decoded, Undecodable, decode
from flake8_pitfalls.text.parse import parses

if TYPE_CHECKING:
    from flake8_pitfalls.text.notebook import Notebook

Make = Callable[..., Outcome]  # as `fixer.repair`
NOTEBOOK = ".ipynb"
STUB = ".pyi"
PLACE = re.compile(r"(\d+):(\d+): ")


class Flaw:
    """Asks why a changed program text cannot be put back into its file: the answer is "" where it can."""

    def __init__(self, notebook: Notebook | None) -> None:
        self.notebook = notebook

    def __call__(self, text: str) -> str:
        return self.notebook.flaw(text) if self.notebook is not None else ""

    @property
    def raw(self) -> str:
        """The text of the file as it is where it is a notebook, else ""."""
        return self.notebook.raw if self.notebook is not None else ""


class Document:
    """What a file holds, its bytes or its text. `text` is its program; `encoding` and `exact` are as in `Decoded`. Raises Undecodable."""

    def __init__(self, path: str, data: bytes | str) -> None:
        self.notebook: Notebook | None = None
        if isinstance(data, str):
            self.decoded = Decoded(data, "utf-8", False, True)
        else:
            self.decoded = decode(data) if not path.endswith(NOTEBOOK) else utf_8(data)
        self.text, self.encoding, self.exact = self.decoded.text, self.decoded.encoding, self.decoded.exact
        if path.endswith(NOTEBOOK):
            self.notebook = read(self.text)
            self.text = self.notebook.text
            if len(self.text) > LARGEST:
                raise Undecodable(f"not judged: more than {LARGEST // 1_000_000} MB of Python is taken for data")
        self.flaw = Flaw(self.notebook)

    def judged(self, path: str, rules: Sequence[Rule], settings: Settings, policy: Policy) -> Outcome:
        """What stands in it; nothing is changed."""
        return self.broken(path) or self.explained(fixer.check(self.text, path, rules, settings, policy))

    def repaired(self, path: str, rules: Sequence[Rule], settings: Settings, policy: Policy, make: Make = fixer.repair) -> Outcome:
        """The same, with the text that `make` makes of it: all fixes that may be and that prove right, or comments that hide."""
        return self.broken(path) or self.explained(make(self.text, path, rules, settings, policy, flaw=self.flaw))

    def broken(self, path: str) -> Outcome | None:
        """What is said of a notebook with a cell that is no program by itself, though all cells together are one."""
        flaw = self.flaw(self.text)
        if not flaw or not parses(self.text):
            return None
        return Outcome(path, self.text, self.text, (), (flaw,), True, self.flaw.raw)

    def explained(self, outcome: Outcome) -> Outcome:
        """An outcome that knows its notebook, and names the cell that does not parse."""
        if self.notebook is None:
            return outcome
        errors = (self.flaw(self.text) or outcome.errors[0],) if outcome.broken else outcome.errors
        return outcome._replace(notebook=self.flaw.raw, errors=errors)

    def encode(self, text: str) -> bytes:
        """The bytes of the file with a changed program text. Raises UnicodeEncodeError where its encoding cannot hold it."""
        return self.decoded.encode(self.whole(text))

    def whole(self, text: str) -> str:
        """The text of the file with a changed program text, in which `flaw` sees none."""
        if self.notebook is None:
            return text
        after = self.notebook.changed(text)
        if after is None:
            raise ValueError("what is no Python in a notebook was touched")
        return after


def utf_8(data: bytes) -> Decoded:
    """The text of a notebook, which is UTF-8 whatever its lines say (nbformat)."""
    try:
        return Decoded(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"), "utf-8", data.startswith(b"\xef\xbb\xbf"), True)
    except UnicodeDecodeError as error:
        raise Undecodable(f"is no notebook: it is no UTF-8 (byte {error.start})") from None


def read(raw: str) -> Notebook:
    """A notebook's text. Raises Undecodable."""
    from flake8_pitfalls.text.notebook import NotANotebook, Notebook

    try:
        return Notebook(raw)
    except NotANotebook as error:
        raise Undecodable(str(error)) from None


def placed(outcome: Outcome) -> Outcome:
    """What was found in a notebook, with the lines counted in its cells, as people see them; anything else as it is."""
    if not outcome.notebook:
        return outcome
    from flake8_pitfalls.text.notebook import place

    def told(error: str) -> str:
        found = PLACE.match(error)
        if found is None:
            return error
        cell, line = place(outcome.after, int(found[1]))
        return f"cell {cell}:{line}:{found[2]}: {error[found.end() :]}"

    return outcome._replace(
        verdicts=tuple(in_cell(verdict, outcome.before if verdict.fixed else outcome.after) for verdict in outcome.verdicts),
        errors=tuple(map(told, outcome.errors)),
    )


def in_cell(verdict: Verdict, text: str) -> Verdict:
    """A verdict whose finding names the cell, and lines in it; its span stays one of the module text."""
    from flake8_pitfalls.text.notebook import place, spoken

    found: Finding = verdict.finding
    cell, line = place(text, found.line)
    end = max(line, line + found.end_line - found.line)
    related = []
    for near in found.related:
        other, near_line = (near.cell, near.line) if near.path else place(text, near.line)
        related.append(near._replace(cell=other, line=near_line, message=spoken(near.message, text, cell)))
    message = spoken(found.message, text, cell)
    return verdict._replace(finding=found._replace(cell=cell, line=line, end_line=end, message=message, related=tuple(related)))
