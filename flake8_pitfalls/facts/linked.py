"""The other modules' functions and their edges, kept for all files of a run that see the same modules, and dropped when one changes."""

from __future__ import annotations

import ast
import time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts import importing
from flake8_pitfalls.facts.reach import Edges, Reach
from flake8_pitfalls.text.source import Source

if TYPE_CHECKING:
    from flake8_pitfalls.facts.programs import Programs
    from flake8_pitfalls.facts.project import Project

KEPT = 4  # sets of modules that are kept at a time
SHARE = 50  # looking whether files have changed may take one part in so many of the time


class Linked:
    """A project without a module at hand: what it knows is as true for every file that sees the same modules."""

    def __init__(self, around: Project) -> None:
        from flake8_pitfalls.facts import Module
        from flake8_pitfalls.facts.project import Project

        module = Module(Source(""), ast.Module([], []), around.path, around.settings, dotted="", is_package=False, files=around.files)
        self.project = Project(module, around.files, store=around.store, is_alone=True)
        self.edges = Edges(self.project)
        self.reach = Reach(self.project, self.edges)
        self._next_look = 0.0

    @cached_property
    def programs(self) -> Programs:
        """What the modules do with greenlets when they are imported."""
        from flake8_pitfalls.facts.programs import Programs

        return Programs(self)

    def is_fresh(self) -> bool:
        """Whether no file that was read, or looked for and not found, has changed."""
        now = time.monotonic()
        if now < self._next_look:
            return True
        stamp = getattr(self.project.files, "stamp", None)
        if stamp is None:
            return False
        fresh = all(stamp(path) == known for path, known in self.project.stamps.items())
        fresh = fresh and all(self.project.looked_up(name) == place for name, place in list(self.project.places.items()))
        done = time.monotonic()
        self._next_look = done + SHARE * (done - now)
        return fresh


_LINKED: dict[Any, Linked] = {}


def linked(project: Project) -> Linked:
    """The shared knowledge for the modules that a project sees."""
    if getattr(project.files, "stamp", None) is None:
        return Linked(project)
    key = (id(project.files), id(project.store), project.settings, project.seen_from)
    found = _LINKED.get(key)
    if found is None or not found.is_fresh():
        while len(_LINKED) >= KEPT:
            del _LINKED[next(iter(_LINKED))]
        found = _LINKED[key] = Linked(project)
    return found


def look_again() -> None:
    """A file, or an open text, is known to have changed: what is kept is looked at again when it is next asked for."""
    importing.look_again()
    for one in _LINKED.values():
        one._next_look = 0.0
