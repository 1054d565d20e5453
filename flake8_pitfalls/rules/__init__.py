"""One file a rule; importing them registers them."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from flake8_pitfalls.model import RULES, Hit, Level, Rule, rule

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module


def load() -> dict[str, Rule]:
    """All rules by code, in the order of their codes."""
    import_all()
    return dict(sorted(RULES.items()))


@cache
def import_all() -> None:
    """Imports each rule's file; that one was imported by itself is no sign that the others were."""
    for name in sorted(names()):
        try:
            import_module(f"{__name__}.{name}")
        except Exception as error:  # a defect of one rule must not take the others down, nor flake8
            stand_in(name, error)


def stand_in(name: str, error: Exception) -> None:
    """Registers a rule that could not be loaded, so that each file says so by PIT000 and nothing else is lost."""
    code, _, words = name.partition("_")

    def check(node: ast.Module, module: Module) -> Iterator[Hit]:
        raise error
        yield

    rule(code.upper(), words.replace("_", "-"), level=Level.ERROR, on=ast.Module)(check)


def names() -> set[str]:
    """The names of the rules' files, without their suffix."""
    try:
        return {file.partition(".")[0] for folder in __path__ for file in os.listdir(folder) if file.startswith("pit")}
    except OSError:  # the package is no folder, such as one in a zip file
        import pkgutil  # a folder does without: it imports `inspect`, which costs more than five rules

        return {found.name for found in pkgutil.iter_modules(__path__)}
