"""The fixes as LibCST codemod commands, for people whose codemods run there already.

`python -m libcst.tool codemod -x flake8_pitfalls.doors.codemods.All PATH`, or `….PIT201` for one code. The fixes are those of
`pitfalls-fix`, made on the text; LibCST reads and writes the files. A file that LibCST would write back otherwise than it was is
left alone, with a warning.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import ClassVar

import libcst
from libcst.codemod import CodemodCommand, CodemodContext, SkipFile

from flake8_pitfalls import fixer, rules
from flake8_pitfalls.fixer import Policy
from flake8_pitfalls.model import Settings
from flake8_pitfalls.text.coding import Undecodable, decode


class All(CodemodCommand):
    """Makes the fixes of every code that is on by default."""

    DESCRIPTION = "Repairs every pitfall of flake8-pitfalls that is on by default and has a fix."
    CODES: ClassVar[tuple[str, ...]] = ()

    def __init__(self, context: CodemodContext, unsafe_fixes: bool = False) -> None:
        super().__init__(context)
        self.unsafe = unsafe_fixes

    @staticmethod
    def add_args(arg_parser: argparse.ArgumentParser) -> None:
        """The options of the command."""
        arg_parser.add_argument("--unsafe-fixes", action="store_true", help="make unsafe fixes too")

    def transform_module_impl(self, tree: libcst.Module) -> libcst.Module:
        """The module with its findings repaired; the same module where there is nothing to repair."""
        path = self.context.filename or ""
        try:
            decoded = decode(Path(path).read_bytes() if path else tree.bytes)
        except Undecodable as error:
            raise SkipFile(f"flake8-pitfalls leaves it alone: {error}") from None
        if tree.code != decoded.text or not decoded.exact or decoded.bom:
            raise SkipFile("flake8-pitfalls leaves it alone: LibCST would not write back the same bytes")
        every = rules.load()
        chosen = [every[code] for code in self.CODES] or [rule for rule in every.values() if rule.default]
        outcome = fixer.repair(decoded.text, path, chosen, Settings(), Policy(unsafe=self.unsafe))
        for problem in outcome.errors:
            self.warn(problem)
        if outcome.after == outcome.before:
            return tree
        after = libcst.parse_module(outcome.after, config=tree.config_for_parsing)
        if after.code != outcome.after:
            raise SkipFile("flake8-pitfalls leaves it alone: LibCST would not write the repaired text as it is")
        return after


for _rule in rules.load().values():
    if _rule.fixes is not None:
        globals()[_rule.code] = type(
            _rule.code,
            (All,),
            {
                "__doc__": f"Makes the fixes of {_rule.code}.",
                "__module__": __name__,
                "DESCRIPTION": f"Repairs {_rule.code}, {_rule.name}.",
                "CODES": (_rule.code,),
            },
        )
