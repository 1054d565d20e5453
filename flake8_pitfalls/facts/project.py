"""Other modules by dotted name, as summaries: found as Python would find them, read when asked, kept while unchanged.

Nothing of the user's is ever imported or run. A module that cannot be found, read or parsed is unknown.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.classes import Classes
from flake8_pitfalls.facts.evaluate import Evaluator
from flake8_pitfalls.facts.finding import Finder, absolute
from flake8_pitfalls.facts.kept import KEPT
from flake8_pitfalls.facts.summary import VERSION, LocalSummary, build
from flake8_pitfalls.facts.values import NOTHING_KNOWN, Func, ModuleOf, Thing
from flake8_pitfalls.facts.view import EMPTY, View
from flake8_pitfalls.knowledge.exports import EXPORTS
from flake8_pitfalls.text.disk import DISK
from flake8_pitfalls.text.source import Source

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.linked import Linked
    from flake8_pitfalls.facts.names import Binding
    from flake8_pitfalls.model import Files, SummaryStore

Found = frozenset[Any]


class Project(Finder):
    """What the module at hand can ask of the modules around it."""

    def __init__(self, module: Module, files: Files = DISK, *, store: SummaryStore | None = None, is_alone: bool = False) -> None:
        super().__init__(module, files)
        self.store = store
        self.is_alone = is_alone  # no module is at hand; every file is read as another's
        self.stamps: dict[str, Any] = {}  # path -> what `files.stamp` said when it was read
        self.consulted: dict[str, str] = {}  # dotted name -> path, of the modules whose summaries were read
        self.running: set[tuple[str, str, str]] = set()
        self.views: dict[str, View | None] = {}
        self._stars: dict[str, frozenset[str] | None] = {}
        self._importers: list[str] | None = None
        around = getattr(files, "around", None)
        if around is not None:  # someone keeps what is asked
            around.append(self)
        self.evaluator = Evaluator(self)
        self.classes = self.evaluator.classes = Classes(self)

    @property
    def own(self) -> View:
        """The module at hand."""
        name = self._module.dotted
        if name not in self.views:
            self.views[name] = View(name, self.path, local=LocalSummary(self._module), is_local=True)
        found = self.views[name]
        assert found is not None
        return found

    def view(self, dotted: str) -> View | None:
        """A first-party module by its dotted name; None where it is none, or cannot be read or parsed."""
        if dotted == self._module.dotted:
            return self.own
        if dotted not in self.views:
            self.views[dotted] = None  # while it is being read: a cycle
            self.views[dotted] = self._read(dotted)
        return self.views[dotted]

    def _read(self, dotted: str) -> View | None:
        found = self.find(dotted)
        if found is None:
            return None
        path, kind = found
        if not self.is_alone and self.files.absolute(path) == self.files.absolute(self.path or "."):
            return self.own
        if kind == "namespace":
            return View(dotted, path, summary=EMPTY)
        if len(self.consulted) >= self.settings.module_limit and not self.is_alone:
            import logging  # loads much, and is nearly never needed

            logging.getLogger(__name__).debug(
                "%s: more than %d modules asked for; %s stays unknown", self.path, self.settings.module_limit, dotted
            )
            return None
        self.consulted[dotted] = path
        return self._kept(path, dotted, kind == "package")

    def _kept(self, path: str, dotted: str, is_package: bool) -> View | None:
        """A module's view, made once while its file stays the same."""
        stamp = self.stamps[path] = self.files.stamp(path)
        key = (path, dotted, id(self.store))
        known = KEPT.get(key, stamp)
        if known is not None:
            return known[0]
        made = self._made(path, dotted, is_package)
        KEPT.put(key, stamp, made)
        return made

    def _made(self, path: str, dotted: str, is_package: bool) -> View | None:
        from flake8_pitfalls.facts import Module

        text = self.files.text(path)
        if text is None:
            return None
        key = digest(text, dotted) if self.store is not None else ""
        summary = self.store.get(key) if self.store is not None else None
        if summary is not None:
            return View(dotted, path, summary=summary)
        module = Module(Source(text), None, path, self.settings, dotted=dotted, is_package=is_package, files=self.files, store=self.store)
        try:
            if self.store is None:  # parsed, and each answer made when asked: most modules are asked for a name or two
                return View(dotted, path, local=LocalSummary(module))
            self.store.put(key, summary := build(module))
            return View(dotted, path, summary=summary)
        except (SyntaxError, RecursionError, MemoryError):
            return None

    def release(self) -> None:
        """Lets go of what is known of the module at hand; what was asked of the disk stays."""
        for view in self.views.values():
            if view is not None and view.is_local:
                view.local.__dict__.clear()
        self.evaluator.__dict__.clear()
        self.classes.__dict__.clear()

    # Calls

    @cached_property
    def linked(self) -> Linked:
        """What is known of the functions of other modules, shared by all files that see the same ones."""
        from flake8_pitfalls.facts.linked import linked

        return linked(self)

    # Asking

    def named(self, dotted: str, view: View) -> Found:
        """What an absolute dotted name stands for, as an import in that module would find it."""
        if not dotted:
            return NOTHING_KNOWN
        first, *rest = dotted.split(".")
        if first == "builtins" or self._is_external(first):
            return frozenset((Thing(dotted),)) if dotted not in view.patched else NOTHING_KNOWN
        name = first
        found: Found = frozenset((ModuleOf(first),))
        for place, part in enumerate(rest, 1):
            name = f"{name}.{part}"
            if place < len(rest) and self.find(name) is not None:  # `from a.b import c` asks the module, whatever `a` calls `b`
                found = frozenset((ModuleOf(name),))
            else:
                found = frozenset().union(*[self.classes.attribute(value, part, {}) for value in found])
        return found

    def _is_external(self, first: str) -> bool:
        return first != self._module.dotted.partition(".")[0] and self.find(first) is None

    def exported(self, module: str, name: str) -> Found:
        """What `module.name` is: bound by the module's body, or a module below it."""
        view = self.view(module)
        if view is None:
            return NOTHING_KNOWN
        numbers = view.export(name)
        found: Found = frozenset().union(*[self.evaluator.binding(number, view, {}) for number in numbers])
        if found:  # empty where `from . import name` leads back here: then the name is the module below
            return found
        for star in reversed(view.stars):
            key = (module, star, f"*{name}")
            if key in self.running:
                continue
            self.running.add(key)
            try:
                names = self.star_names(star)
                if names is None:
                    return NOTHING_KNOWN
                if name in names:
                    return self.named(f"{star}.{name}", view)
            finally:
                self.running.discard(key)
        below = f"{module}.{name}"
        return frozenset((ModuleOf(below),)) if self.find(below) is not None else NOTHING_KNOWN

    def star_names(self, dotted: str) -> frozenset[str] | None:
        """The names that `from dotted import *` brings; None where nobody knows."""
        if dotted not in self._stars:
            found = self._star_names(dotted)
            if self.running:  # modules that star-import each other: the answer may lack what is still being asked
                return found
            self._stars[dotted] = found
        return self._stars[dotted]

    def _star_names(self, dotted: str) -> frozenset[str] | None:
        if self._is_external(dotted.partition(".")[0]):
            return EXPORTS.get(dotted)
        view = self.view(dotted)
        if view is None:
            return None
        names = view.names
        for star in view.stars if names is not None else ():
            key = (dotted, star, "*")
            if key in self.running:
                continue
            self.running.add(key)
            more = self.star_names(star)
            self.running.discard(key)
            if more is None:
                return None
            names = (names or frozenset()) | more
        return names

    def star(self, binding: Binding, module: Module) -> frozenset[str] | None:
        """The same for a star import of the module at hand, whose own names are just being collected."""
        dotted = absolute(binding.qualified, module.dotted, module.is_package)
        return self.star_names(dotted) if dotted and dotted != module.dotted else None

    def function(self, function: Func) -> dict[str, Any] | None:
        """The facts of a function of this project."""
        view = self.view(function.module)
        return view.function(function.qualname) if view is not None else None

    def importers(self) -> list[str]:
        """The paths of the project's files whose text may import the module at hand: below the folder that its package stands in."""
        from flake8_pitfalls.facts.importing import mentions

        if self._importers is None:
            name = self._module.dotted.rpartition(".")[2]
            root = self.roots[len(self.settings.src)]
            own = self.files.absolute(self.path or ".")
            known = mentions(self.files, root, 4 * self.settings.module_limit)
            found = known.of(name)
            if found is None:
                found = known.holding(name)
            if note := getattr(self.files, "rest_on_all", None):
                note(root)
            if known.is_cut:
                import logging  # loads much, and is nearly never needed

                logging.getLogger(__name__).debug("%s: too many files around it; who of the others imports it stays unknown", self.path)
            self._importers = [path for path in found if self.files.absolute(path) != own]
        return self._importers


def digest(text: str, dotted: str) -> str:
    """What a module's summary is kept under: its text, its name, and the form of summaries."""
    import hashlib

    return hashlib.sha256(f"{VERSION} {dotted}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
