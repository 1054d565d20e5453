"""What a judgement rests on: the questions to the disk that were asked for it, with their answers.

What is known of other modules is shared by the files of a run, and so are the questions behind it: they are told once, as a group that
only grows, and a judgement names how much of it there was.
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from flake8_pitfalls.facts.kept import FORGETTING
from flake8_pitfalls.text.disk import DISK, QUESTIONS

if TYPE_CHECKING:
    from flake8_pitfalls.facts.linked import Linked
    from flake8_pitfalls.facts.project import Project

Result = TypeVar("Result")
Question = tuple[str, str, object]  # what is asked, where, and the answer
MOST = 4000  # questions of one file; a judgement that rests on more is not kept


class Rests(NamedTuple):
    """`own`: the questions of one file alone; `groups`: names, each with how many of its questions count; `news`: the new ones."""

    own: tuple[Question, ...] = ()
    groups: tuple[tuple[str, int], ...] = ()
    news: tuple[tuple[str, tuple[Question, ...]], ...] = ()


class Group:
    """The questions behind what this process knows of other modules. `size` counts what it knows; `told`: how many were handed out."""

    def __init__(self, linked: Linked, number: int) -> None:
        self.linked = linked
        self.name = f"{os.getpid()}.{time.time_ns()}.{number}"
        self.size = -1
        self.told = 0
        self.asked: dict[tuple[str, str], object] = {}
        self.is_torn = False

    def grow(self) -> None:
        """Asks again what has become known since, so that its answers are told; one that is another by now is no ground to stand on."""
        now = size(self.linked.project, set())
        if now == self.size:
            return
        self.size = now
        around, DISK.asked = DISK.asked, {}
        ask_all(self.linked.project, set(), None)
        found, DISK.asked = DISK.asked, around
        for key, answer in found.items():
            self.is_torn = self.is_torn or self.asked.setdefault(key, answer) != answer

    def news(self) -> tuple[Question, ...]:
        """The questions that were not told yet."""
        found = tuple((what, where, answer) for (what, where), answer in list(self.asked.items())[self.told :])
        self.told = len(self.asked)
        return found


_GROUPS: dict[int, Group] = {}
NUMBERS = itertools.count()
FORGETTING.append(_GROUPS.clear)


def watched(work: Callable[[], Result]) -> tuple[Result, Rests | None]:
    """What some work gives, and what it rests on; None where that is too much, or changed meanwhile."""
    DISK.asked, DISK.around = {}, []
    try:
        result = work()
        shared: list[Linked] = []
        seen: set[int] = set()
        for project in DISK.around:
            ask_all(project, seen, shared)
        asked = DISK.asked
    finally:
        DISK.asked, DISK.around = None, None
    groups = [group_of(linked) for linked in dict.fromkeys(shared)]
    known = {key for group in groups for key in group.asked}
    own = tuple((what, where, answer) for (what, where), answer in asked.items() if (what, where) not in known)
    torn = any(group.is_torn for group in groups) or len(own) > MOST or any(what not in QUESTIONS for what, _, _ in own)
    news = tuple((group.name, group.news()) for group in groups if len(group.asked) > group.told)
    rests = Rests(own, tuple((group.name, len(group.asked)) for group in groups), news)
    return result, None if torn else rests


def group_of(linked: Linked) -> Group:
    """The group of what is known, as it is now."""
    from flake8_pitfalls.facts.linked import is_kept

    for key in [key for key, one in _GROUPS.items() if one.linked is not linked and not is_kept(one.linked)]:
        del _GROUPS[key]  # it would keep what is dropped
    group = _GROUPS.get(id(linked))
    if group is None or group.linked is not linked or not group.name.startswith(f"{os.getpid()}."):
        group = _GROUPS[id(linked)] = Group(linked, next(NUMBERS))
    group.grow()
    return group


def ask_all(project: Project, seen: set[int], shared: list[Linked] | None) -> None:
    """Asks the disk all that a project, and the modules that it read, have ever asked: answers that are kept were asked by someone else.

    What the files of a run share joins `shared` in place of being asked; None: it is asked, too.
    """
    stack = [project]
    while stack:
        one = stack.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        for path in list(one.stamps):
            one.files.stamp(path)
        for name in list(one.places):
            one.looked_up(name)
        if "linked" in one.__dict__:
            linked = one.linked
            if shared is not None:
                shared.append(linked)
            else:
                stack.append(linked.project)
                programs: Any = linked.__dict__.get("programs")
                if programs is not None and "modules" in programs.__dict__:
                    DISK.answer("below", programs.root)
        stack += inner(one)


def inner(project: Project) -> list[Project]:
    """The projects of the modules that a project has read."""
    found = [None if view is None or view.is_local else view.project for view in list(project.views.values())]
    return [one for one in found if one is not None]


def size(project: Project, seen: set[int]) -> int:
    """How much a project and the modules that it read have asked so far."""
    total, stack = 0, [project]
    while stack:
        one = stack.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        total += 1 + len(one.stamps) + len(one.places)
        if "linked" in one.__dict__:
            stack.append(one.linked.project)
            programs: Any = one.linked.__dict__.get("programs")
            total += programs is not None and "modules" in programs.__dict__
        stack += inner(one)
    return total


def everything(rests: Rests) -> dict[tuple[str, str], object]:
    """All questions that a judgement of this process rests on."""
    found = {(what, where): answer for what, where, answer in rests.own}
    by_name = {group.name: group for group in _GROUPS.values()}
    for name, count in rests.groups:
        found.update(list(by_name[name].asked.items())[:count])
    return found
