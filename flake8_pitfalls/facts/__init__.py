"""What is known of a parsed file. Each fact is computed when first asked, once."""

from __future__ import annotations

import ast
import os
from functools import cached_property
from typing import TYPE_CHECKING

from flake8_pitfalls.model import Settings
from flake8_pitfalls.text.source import Source

if TYPE_CHECKING:
    from flake8_pitfalls.facts.calls import Calls
    from flake8_pitfalls.facts.cells import Cells
    from flake8_pitfalls.facts.finding import Finder
    from flake8_pitfalls.facts.frames.frames import Frames
    from flake8_pitfalls.facts.greenlets.late import LatePatches
    from flake8_pitfalls.facts.greenlets.patches import Patches
    from flake8_pitfalls.facts.hints import Hints
    from flake8_pitfalls.facts.index import Index
    from flake8_pitfalls.facts.names import Names
    from flake8_pitfalls.facts.origins import Origins
    from flake8_pitfalls.facts.patterns.contents import Contents
    from flake8_pitfalls.facts.patterns.patterns import Patterns
    from flake8_pitfalls.facts.patterns.quantifiers import Quantifiers
    from flake8_pitfalls.facts.places import Places
    from flake8_pitfalls.facts.project import Project
    from flake8_pitfalls.facts.strings import Strings
    from flake8_pitfalls.facts.threads.threads import Threads
    from flake8_pitfalls.facts.values import Values
    from flake8_pitfalls.model import Files, SummaryStore

DEFAULTS = Settings()
GIVEN = frozenset(("source", "settings", "files", "store", "project", "_finder"))  # what `release` leaves


class Module:
    """A source with its tree and everything that rules ask about it.

    `path` is the file's path as the user knows it ("" where there is none). Without a `tree` the text is parsed when
    first needed, which raises SyntaxError where it cannot be.
    """

    def __init__(
        self,
        source: Source,
        tree: ast.Module | None = None,
        path: str = "",
        settings: Settings = DEFAULTS,
        *,
        dotted: str | None = None,
        is_package: bool | None = None,
        files: Files | None = None,
        store: SummaryStore | None = None,
    ) -> None:
        self.source = source
        self.path = path
        self.settings = settings
        self.files = files
        self.store = store
        self._dotted = dotted
        self._is_package = is_package
        if tree is not None:
            self.tree = tree

    @cached_property
    def tree(self) -> ast.Module:
        from flake8_pitfalls.text.parse import parse

        return parse(self.source.text)

    @cached_property
    def index(self) -> Index:
        from flake8_pitfalls.facts.index import Index

        return Index(self.tree)

    @cached_property
    def inner_strings(self) -> frozenset[ast.AST]:
        """The f-strings that are operands, or stand in a field of another: what is asked of many, and found without their parents."""
        operations, fields = self.index.of(ast.BinOp), self.index.of(ast.FormattedValue)
        parts = [part for node in operations for part in (node.left, node.right)]  # type: ignore[attr-defined]
        parts += [part for node in fields for part in (node.value, node.format_spec)]  # type: ignore[attr-defined]
        return frozenset(part for part in parts if part.__class__ is ast.JoinedStr)

    @cached_property
    def hints(self) -> Hints:
        """What a name could be at all, by what is assigned to it anywhere."""
        from flake8_pitfalls.facts.hints import Hints

        return Hints(self.index)

    @cached_property
    def names(self) -> Names:
        from flake8_pitfalls.facts.names import Names

        return Names(self.index, lambda binding: self.project.star(binding, self))

    @property
    def finder(self) -> Finder:
        """Where the modules around this one stand: `project` once there is one, which costs more to load."""
        return self.__dict__.get("project") or self._finder

    @cached_property
    def _finder(self) -> Finder:
        from flake8_pitfalls.facts.finding import Finder
        from flake8_pitfalls.text.disk import DISK

        return Finder(self, self.files or DISK)

    @cached_property
    def project(self) -> Project:
        """The modules around this one, and this one as they see it."""
        from flake8_pitfalls.facts.project import Project
        from flake8_pitfalls.text.disk import DISK

        return Project(self, self.files or DISK, store=self.store)

    @cached_property
    def calls(self) -> Calls:
        """Who calls whom, and what waits."""
        from flake8_pitfalls.facts.calls import Calls

        return Calls(self)

    @cached_property
    def patches(self) -> Patches:
        """What is handed to greenlets, and what patches when."""
        from flake8_pitfalls.facts.greenlets.patches import Patches

        return Patches(self)

    @cached_property
    def late_patches(self) -> LatePatches:
        """Which patches of this module come too late."""
        from flake8_pitfalls.facts.greenlets.late import LatePatches

        return LatePatches(self)

    @cached_property
    def values(self) -> Values:
        from flake8_pitfalls.facts.values import Values

        return Values(self)

    @cached_property
    def origins(self) -> Origins:
        from flake8_pitfalls.facts.origins import Origins

        return Origins(self)

    @cached_property
    def frames(self) -> Frames:
        from flake8_pitfalls.facts.frames.frames import Frames

        return Frames(self)

    @cached_property
    def strings(self) -> Strings:
        from flake8_pitfalls.facts.strings import Strings

        return Strings(self.source)

    @cached_property
    def patterns(self) -> Patterns:
        from flake8_pitfalls.facts.patterns.patterns import Patterns

        return Patterns(self)

    @cached_property
    def quantifiers(self) -> Quantifiers:
        from flake8_pitfalls.facts.patterns.quantifiers import Quantifiers

        return Quantifiers(self)

    @cached_property
    def contents(self) -> Contents:
        from flake8_pitfalls.facts.patterns.contents import Contents

        return Contents(self)

    @cached_property
    def places(self) -> Places:
        """Where names, attributes and functions are used."""
        from flake8_pitfalls.facts.places import Places

        return Places(self)

    @cached_property
    def cells(self) -> Cells:
        """The cells of a notebook."""
        from flake8_pitfalls.facts.cells import Cells

        return Cells(self)

    @cached_property
    def threads(self) -> Threads:
        """The threads and processes that are made here, and what becomes of them."""
        from flake8_pitfalls.facts.threads.threads import Threads

        return Threads(self)

    @cached_property
    def dotted(self) -> str:
        """The module's dotted name: its file's, below the folder that its topmost package stands in; `__main__` without a file."""
        if self._dotted is not None:
            return self._dotted
        if not self.path.endswith((".py", ".pyi")):
            return "__main__"
        folder, name = os.path.split(self.finder.files.absolute(self.path))
        parts = [] if self.is_package else [name.rpartition(".")[0]]
        exists = self.finder.files.exists
        while exists(os.path.join(folder, "__init__.py")) and os.path.dirname(folder) != folder:
            folder, name = os.path.split(folder)
            parts.insert(0, name)
        return ".".join(parts)

    @property
    def is_package(self) -> bool:
        if self._is_package is not None:
            return self._is_package
        return os.path.basename(self.path) in ("__init__.py", "__init__.pyi")

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The other modules whose summaries were read so far."""
        return tuple(self.project.consulted) if "project" in self.__dict__ else ()

    def release(self) -> None:
        """Lets go of all that was found out, which points back at itself everywhere: nothing may be asked of it any more.

        Without it, a tree of a million nodes waits for the garbage collector, which goes over each of them to see that it is
        garbage: that was a tenth of a run. What `project` asked of the disk, and the modules that it read, stay known.
        """
        facts = self.__dict__
        if "names" in facts:
            self.names.release()
        if "project" in facts:
            self.project.release()
        facts.pop("tree", None)
        for name in [name for name, fact in facts.items() if name not in GIVEN and hasattr(fact, "__dict__")]:
            facts.pop(name).__dict__.clear()
