"""Whether an imported class may be a Thread or Process, judged by its module's text: reading the whole module would cost too much.

A yes may be wrong (the evaluator is asked next); a no is wrong only of classes that are not written as `class Name(Base)`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.terms import absolute
from flake8_pitfalls.knowledge.threads import WORKERS, canonical

if TYPE_CHECKING:
    from flake8_pitfalls.facts.project import Project

WORKER_WORD = re.compile(r"(?:Thread|Process|Timer)\b")
STEPS = 4  # from a class to its base or to the module that it was taken from


def may_be_worker(dotted: str, project: Project, steps: int = STEPS) -> bool:
    """Whether `package.module.Name` may be such a class."""
    if canonical(dotted) in WORKERS:
        return True
    module, _, name = dotted.rpartition(".")
    found = project.find(module) if module and steps else None
    text = project.files.text(found[0]) if found is not None and found[1] != "namespace" else None
    if text is None or found is None:
        return False
    written = re.search(rf"^[ \t]*class {re.escape(name)}\b\s*(?:\[[^\]]*\])?\s*\(([^)]*)\)", text, re.MULTILINE)
    if written is not None:
        bases = [base.strip() for base in written[1].split(",") if "=" not in base]
        return any(WORKER_WORD.search(base) or _base(base, text, module, found[1] == "package", project, steps) for base in bases if base)
    return _taken(name, text, module, found[1] == "package", project, steps)


def _base(base: str, text: str, module: str, is_package: bool, project: Project, steps: int) -> bool:
    if not base.isidentifier():
        return False
    if re.search(rf"^[ \t]*class {re.escape(base)}\b", text, re.MULTILINE):
        return may_be_worker(f"{module}.{base}", project, steps - 1)
    return _taken(base, text, module, is_package, project, steps)


def _taken(name: str, text: str, module: str, is_package: bool, project: Project, steps: int) -> bool:
    """Whether a `from … import name` of that text brings such a class."""
    for found in re.finditer(
        rf"^[ \t]*from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]+(?:\([^)]*|[^\n]*?)(?:\b(\w+)[ \t]+as[ \t]+)?\b{re.escape(name)}\b",
        text,
        re.MULTILINE,
    ):
        origin, original = found[1], found[2] or name
        dot = "" if origin.endswith(".") else "."
        whole = absolute(f"{origin}{dot}{original}", module, is_package)
        if whole and may_be_worker(whole, project, steps - 1):
            return True
    return False
