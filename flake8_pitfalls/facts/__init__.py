"""What is known of a parsed file. Each fact is computed when first asked, once."""

from __future__ import annotations

import ast
from functools import cached_property
from typing import TYPE_CHECKING

from flake8_pitfalls.model import Settings
from flake8_pitfalls.text.source import Source

if TYPE_CHECKING:
    from flake8_pitfalls.facts.index import Index
    from flake8_pitfalls.facts.names import Names

DEFAULTS = Settings()


class Module:
    """A source with its tree and everything that rules ask about it.

    `path` is the file's path as the user knows it ("" where there is none). Without a `tree` the text is parsed when
    first needed, which raises SyntaxError where it cannot be.
    """

    def __init__(self, source: Source, tree: ast.Module | None = None, path: str = "", settings: Settings = DEFAULTS) -> None:
        self.source = source
        self.path = path
        self.settings = settings
        self.rests_on: tuple[str, ...] = ()
        if tree is not None:
            self.tree = tree

    @cached_property
    def tree(self) -> ast.Module:  # type: ignore[no-redef]
        from flake8_pitfalls.text.parse import parse

        return parse(self.source.text)

    @cached_property
    def index(self) -> Index:
        from flake8_pitfalls.facts.index import Index

        return Index(self.tree)

    @cached_property
    def names(self) -> Names:
        from flake8_pitfalls.facts.names import Names

        return Names(self.index)
