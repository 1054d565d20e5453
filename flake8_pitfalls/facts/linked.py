"""The other modules' functions and their edges, kept for all files of a run that see the same modules, and dropped when one changes."""

from __future__ import annotations

import ast
import time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts import importing
from flake8_pitfalls.facts.kept import FORGETTING
from flake8_pitfalls.facts.reach import Edges, Reach
from flake8_pitfalls.text.source import Source

if TYPE_CHECKING:
    from flake8_pitfalls.facts.greenlets.programs import Programs
    from flake8_pitfalls.facts.project import Project

KEPT = 3  # sets of modules that are kept at a time
MOST = 12_000_000  # bytes of the files of one, and of all when there is one more; a tree takes some thirty times as much
WEIGHED = 20  # files that may come before they are all weighed again
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
        self._weighed = (0, 0)

    @property
    def weight(self) -> int:
        """How many bytes the files have that were read, as far as they have been weighed: anew when there are some more."""
        stamps = self.project.stamps
        if len(stamps) > self._weighed[0] + WEIGHED:
            self._weighed = (len(stamps), sum(stamp[1] for stamp in stamps.values() if stamp))
        return self._weighed[1]

    @cached_property
    def programs(self) -> Programs:
        """What the modules do with greenlets when they are imported."""
        from flake8_pitfalls.facts.greenlets.programs import Programs

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
FORGETTING.append(_LINKED.clear)


def linked(project: Project) -> Linked:
    """The shared knowledge for the modules that a project sees."""
    if getattr(project.files, "stamp", None) is None:
        return Linked(project)
    key = (id(project.files), id(project.store), project.settings, project.seen_from)
    found = _LINKED.get(key)
    if found is None or found.weight > MOST or not found.is_fresh():
        _LINKED.pop(key, None)
        make_room()
        found = _LINKED[key] = Linked(project)
    elif len(_LINKED) > 1:
        _LINKED[key] = _LINKED.pop(key)  # the last one asked goes last
    return found


def make_room() -> None:
    """Drops the sets that were asked first until the rest, with one more, are few and small enough."""
    while _LINKED and (len(_LINKED) >= KEPT or sum(one.weight for one in _LINKED.values()) > MOST):
        del _LINKED[next(iter(_LINKED))]


def is_kept(one: Linked) -> bool:
    """Whether later files will ask the same set."""
    return any(kept is one for kept in _LINKED.values())


def look_again() -> None:
    """A file, or an open text, is known to have changed: what is kept is looked at again when it is next asked for."""
    importing.look_again()
    for one in _LINKED.values():
        one._next_look = 0.0
