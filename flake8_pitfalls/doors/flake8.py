"""The flake8 plugin. Imports nothing that a file without findings does not need."""

from __future__ import annotations

import ast
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from flake8_pitfalls import __version__, engine, rules
from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Rule
from flake8_pitfalls.running.config import for_flake8
from flake8_pitfalls.text.source import Source

if TYPE_CHECKING:
    from flake8.options.manager import OptionManager


class Plugin:
    """Called by flake8 once a file, with the tree and the lines that it has read already."""

    name = "flake8-pitfalls"
    version = __version__
    options: ClassVar[Namespace] = Namespace()

    def __init__(self, tree: ast.Module, lines: list[str], filename: str) -> None:
        self.tree = tree
        self.text = "".join(lines)
        self.filename = filename

    def run(self) -> Iterator[tuple[int, int, str, type[Any]]]:
        """The findings: line from 1, column in characters from 0, text, and the class."""
        settings, chosen = for_flake8(self.options)
        module = Module(Source(self.text), self.tree, self.filename, settings)
        for found in engine.run(module, chosen):
            yield found.line, found.column - 1, f"{found.code} {found.message}", type(self)
