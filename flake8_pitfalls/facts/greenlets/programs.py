"""What the modules of a project do with greenlets when they are imported, and who imports whom: shared by all files of a run.

Most modules do nothing of the kind, however much they import; a program is followed only into the others (see `timeline.py`), so that
its cost does not grow with everything around it.
"""

from __future__ import annotations

import os
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.actions import Action
from flake8_pitfalls.facts.greenlets.greenlets import ASKERS, called_patch, is_hidden_patch
from flake8_pitfalls.facts.greenlets.timeline import Frame, Patch, Timeline
from flake8_pitfalls.facts.imported import imported
from flake8_pitfalls.knowledge.gevent import ALL, LIBRARIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_pitfalls.facts.linked import Linked
    from flake8_pitfalls.facts.project import Project
    from flake8_pitfalls.facts.view import View

TESTS = re.compile(r"(?:^|[\\/])(?:tests?|testing|docs?)[\\/]|(?:^|[\\/])(?:test_[^\\/]*|[^\\/]*_tests?|conftest|setup)\.py$")
# Files that run before the program does, and what they say if they patch: for tests, for any program, and for what gunicorn serves.
EARLIER = {
    "conftest.py": re.compile(r"patch_all|monkey_patch|patch_(?:time|socket|thread)"),
    "sitecustomize.py": re.compile(r"patch_all|monkey_patch"),
    "usercustomize.py": re.compile(r"patch_all|monkey_patch"),
    **dict.fromkeys(
        ("gunicorn.conf.py", "gunicorn_conf.py", "gunicorn_config.py"),
        re.compile(r"patch_all|monkey_patch|worker_class\s*=\s*[\"'][\w.:]*(?:gevent|eventlet)"),
    ),
}


class Programs:
    """Answers for the modules that one project sees. `linked` keeps it while no file changes."""

    def __init__(self, linked: Linked) -> None:
        self.project = linked.project
        self.outcomes = linked.edges.outcomes
        self.root = self.project.roots[len(self.project.settings.src)]
        self._timelines: dict[str, Timeline] = {}
        self._imports: dict[str, tuple[str, ...]] = {}
        self._quiet: dict[str, bool] = {}
        self._reachable: dict[str, frozenset[str]] = {}
        self._asks: dict[str, bool] = {}
        self._held: dict[str, tuple[str, Frame] | None] = {}
        self._latent: dict[str, list[Patch]] = {}

    def timeline(self, entry: str) -> Timeline:
        """The program that starts with a module."""
        if entry not in self._timelines:
            self._timelines[entry] = Timeline(self.project, self.outcomes, entry, self)
        return self._timelines[entry]

    # What modules import

    def imported(self, dotted: str) -> tuple[str, ...]:
        """The modules of the project that a module imports, in any function of it too, with the packages that they are in."""
        found = self._imports.get(dotted)
        if found is None:
            found = self._imports[dotted] = tuple(dict.fromkeys(self._imported(dotted)))
        return found

    def _imported(self, dotted: str) -> Iterator[str]:
        names = [dotted.rpartition(".")[0]] if "." in dotted else []
        for origin, name in imported(self.project, dotted):
            names += [origin] if name in ("", "*") else [origin, f"{origin}.{name}"]
        for name in names:
            while name and self.project.find(name.partition(".")[0]) is not None:
                if self.project.find(name) is not None:
                    yield name
                name = name.rpartition(".")[0]

    def reachable(self, dotted: str) -> frozenset[str]:
        """A module and all that it imports, however far."""
        found = self._reachable.get(dotted)
        if found is None:
            seen = {dotted: None}
            for name in seen_growing(seen):
                seen.update(dict.fromkeys(self.imported(name)))
            if len(self._reachable) > 500:
                self._reachable.clear()
            found = self._reachable[dotted] = frozenset(seen)
        return found

    # What they do

    def is_quiet(self, dotted: str) -> bool:
        """Whether importing a module, with all that it imports, patches nothing and makes no greenlet."""
        known = self._quiet.get(dotted)
        if known is not None:
            return known
        seen: dict[str, None] = {dotted: None}
        for name in seen_growing(seen):
            if self._quiet.get(name) is False or self._is_loud(name):
                self._quiet[name] = self._quiet[dotted] = False
                return False
            seen.update((one, None) for one in self.imported(name) if self._quiet.get(one) is not True)
        self._quiet.update(dict.fromkeys(seen, True))
        return True

    def _is_loud(self, dotted: str) -> bool:
        view = self.project.view(dotted)
        if view is None:
            return self.project.find(dotted) is not None
        line = Timeline(self.project, self.outcomes, dotted, None, as_main=False, alone=True)
        return bool(line.patches or line.spawns or line.yields)

    def held(self, dotted: str) -> tuple[str, Frame] | None:
        """What importing a module keeps that a patch of ssl cannot reach, and where."""
        for name in sorted(self.reachable(dotted)):
            if name not in self._held:
                line = Timeline(self.project, self.outcomes, name, None, as_main=False, alone=True)
                self._held[name] = (line.held[0].name, line.held[0].frames[-1]) if line.held else None
            if self._held[name] is not None:
                return self._held[name]
        return None

    def asks(self, dotted: str) -> bool:
        """Whether a module asks what is patched: then it knows better."""
        if dotted not in self._asks:
            view = self.project.view(dotted)
            self._asks[dotted] = view is not None and is_green(view) and asks(view)
        return self._asks[dotted]

    def latent(self, dotted: str) -> list[Patch]:
        """The patches in the functions of a module."""
        if dotted not in self._latent:
            view = self.project.view(dotted)
            self._latent[dotted] = list(latent(view, self.project)) if view is not None and is_green(view) else []
        return self._latent[dotted]

    # Who imports them

    @cached_property
    def importers(self) -> dict[str, set[str]]:
        """The project's modules, tests too, each with those that import it."""
        found: dict[str, set[str]] = {}
        for name in self.modules:
            for other in self.imported(name):
                found.setdefault(other, set()).add(name)
        return found

    @cached_property
    def modules(self) -> dict[str, str]:
        """The project's modules by dotted name with their paths, as far as Python would find them below its root."""
        found: dict[str, str] = {}
        for count, path in enumerate(self.project.files.below(self.root)):
            if count >= 4 * self.project.settings.module_limit:
                import logging  # loads much, and is nearly never needed

                logging.getLogger(__name__).debug("%s: more than %d files below it; who imports whom stays unknown", self.root, count)
                break
            parts = os.path.relpath(path, self.root).removesuffix(".py").split(os.sep)
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            place = self.project.find(name) if name else None
            if place is not None and self.project.files.absolute(place[0]) == self.project.files.absolute(path):
                found[name] = path
        return found

    def entries(self, dotted: str, path: str) -> list[str]:
        """The modules that import a module, however far, and that no other module imports; of a circle, all of it.

        Tests are left out, unless the module at this path is one.
        """
        by = self.importers if self.is_test(path) else self.importers_but_tests
        found: dict[str, set[str]] = {dotted: by.get(dotted, set())}
        for name in seen_growing(found):
            for one in found[name]:
                if one not in found:
                    found[one] = by.get(one, set())
        tops = [name for name, importers in found.items() if name != dotted and not importers - {name}]
        return sorted(tops or [name for name in found if name != dotted])

    @cached_property
    def importers_but_tests(self) -> dict[str, set[str]]:
        """The same without what is there to test or to document."""
        tests = {name for name, path in self.modules.items() if self.is_test(path)}
        return {name: found - tests for name, found in self.importers.items()}

    def is_test(self, path: str) -> bool:
        """Whether a file is there to test or to document."""
        return TESTS.search(os.path.relpath(self.project.files.absolute(path), self.root)) is not None

    def is_patched_earlier(self, path: str) -> bool:
        """Whether a file that runs before the program patches: a `conftest.py` above a test, a `sitecustomize.py`, gunicorn's own."""
        files = self.project.files
        folder = os.path.dirname(files.absolute(path)) if path else self.root
        is_test = bool(path) and self.is_test(path)
        while True:
            for name, says in EARLIER.items():
                earlier = os.path.join(folder, name)
                if (name != "conftest.py" or is_test) and files.exists(earlier) and says.search(files.text(earlier) or ""):
                    return True
            if folder == self.root or os.path.dirname(folder) == folder or not folder.startswith(self.root):
                return False
            folder = os.path.dirname(folder)


def seen_growing(seen: dict[str, Any]) -> Iterator[str]:
    """The keys of a dict, with those that are put in meanwhile."""
    done = 0
    while done < len(seen):
        for name in list(seen)[done:]:
            done += 1
            yield name


def is_green(view: View) -> bool:
    """Whether a module's imports name gevent or eventlet."""
    return any(dotted.startswith(LIBRARIES) for _, _, dotted, _, _ in view.startup["imports"])


def calls_of(view: View) -> Iterator[tuple[str, int, Action]]:
    """The calls of a module's functions, each with its function and its number there."""
    for qualname in ["", *view.function_names]:
        for number, item in enumerate(view.actions(qualname)):
            action = item if isinstance(item, Action) else Action(*item)
            if action.kind == "call":
                yield qualname, number, action


def asks(view: View) -> bool:
    """Whether a module asks what is patched."""
    return any(action.label.removesuffix("()").rpartition(".")[2] in ASKERS for _, _, action in calls_of(view))


def latent(view: View, project: Project) -> Iterator[Patch]:
    """The patches in a module's functions, whoever calls these."""
    for qualname, number, action in calls_of(view):
        if not qualname:
            continue
        frame = Frame(view.module, qualname, number, action.line, action.column, action.label)
        term = action.terms[0]
        known = [one for value in project.evaluator.of(term[1], view, {}) if (one := called_patch(value, term, view, {}, project))]
        for groups, library in known:
            yield Patch(0, groups, library, (frame,))
        if not known and is_hidden_patch(action, view, {}, project):
            yield Patch(0, frozenset((ALL,)), "", (frame,), False)
