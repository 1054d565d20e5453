"""Other modules of the project, as far as frames come from them: their bodies are run before the module at hand's.

They are found as `facts/project.py` finds them, read as text and parsed here, for what a function makes of a frame depends on what it
is given: no summary holds that. Only modules that the file imports, and those that these import, a few in all.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.frames.domain import Env, External, Ref, Scalar, Value, World
from flake8_pitfalls.facts.frames.stores import Stores
from flake8_pitfalls.facts.kept import FORGETTING
from flake8_pitfalls.facts.terms import absolute

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Names, Scope

MOST_MODULES = 12
LARGEST = 200_000  # characters
SMALL = 8_000  # a module that does not name pandas may still hold constants
KEPT = 24
MOST_STEPS = 8  # of a name that is handed on from module to module
_PARSED: dict[str, tuple[object, Module | None]] = {}  # by path, for the life of this process
FORGETTING.append(_PARSED.clear)


class Line(int):
    """The number of a line in another file than the one at hand."""

    path = ""


class Modules(Stores):
    """Which module an environment belongs to, and what the names of other modules stand for."""

    def __init__(self, module: Module, budget: int) -> None:
        super().__init__(module, budget)
        self.by_scope: dict[Scope, Module] = {module.names.module_scope: module}
        self.loaded: dict[str, Ref | None] = {module.dotted: Ref(0)}
        self.given: dict[str, Module] = {}  # by path: modules that are parsed already

    def run_body(self, statements: list[ast.stmt], world: World) -> World | None:
        raise NotImplementedError

    def root(self, world: World) -> Ref:
        """The environment of the module that is running."""
        at = world.env
        while True:
            env = world.heap[at.at]
            assert isinstance(env, Env)
            if env.parent is None:
                return at
            at = env.parent

    def names(self, world: World) -> Names:
        return self.owner(world).names

    def owner(self, world: World) -> Module:
        """The module whose code is running."""
        env = world.heap[self.root(world).at]
        assert isinstance(env, Env)
        return self.by_scope[env.scope]

    def imported(self, name: str, world: World) -> Value:
        owner = self.owner(world)
        dotted = absolute(name, owner.dotted, owner.is_package)
        if not dotted:
            return External(name)
        return self.resolved(super().imported(dotted, world), world)

    def resolved(self, value: Value, world: World) -> Value:
        """What a name of another module stands for, where that module was read; one may hand it on from the next, even in a circle."""
        for _ in range(MOST_STEPS):
            if not isinstance(value, External):
                return value
            found = self._one_step(value, world)
            if found == value:
                return value
            value = found
        return value

    def _one_step(self, value: External, world: World) -> Value:
        parts = value.name.split(".")
        for length in range(len(parts) - 1, 0, -1):
            ref = self.loaded.get(".".join(parts[:length]))
            env = world.heap.get(ref.at) if ref is not None else None
            if not isinstance(env, Env) or parts[length] not in env.names:
                continue
            found = env.names[parts[length]]
            for name in parts[length + 1 :]:
                if isinstance(found, External):
                    found = External(f"{found.name}.{name}")
                elif found is not None:
                    found = self.attribute(found, name, ast.Pass(), world)
            return found
        return value

    # Reading

    def load_imports(self, module: Module, world: World) -> World:
        """Runs the bodies of the modules that a module imports, each after those that it imports itself."""
        for dotted in imports(module):
            if dotted not in self.loaded and len(self.loaded) <= MOST_MODULES:
                world = self._load(dotted, world)
        return world

    def _load(self, dotted: str, world: World) -> World:
        self.loaded[dotted] = None  # while it is being read: a cycle
        project = self.module.project
        found = project.find(dotted)
        absolute = project.files.absolute
        if found is None or found[1] == "namespace" or absolute(found[0]) == absolute(self.module.path or "."):
            del self.loaded[dotted]
            return world
        project.consulted[dotted] = found[0]
        project.stamps[found[0]] = getattr(project.files, "stamp", lambda name: None)(found[0])
        other = self.given.get(absolute(found[0])) or parsed(found[0], dotted, found[1] == "package", self.module)
        if other is None:
            return world
        world = self.load_imports(other, world)
        return self.run_module(other, dotted, world)

    def run_module(self, other: Module, dotted: str, world: World) -> World:
        """The world after a module's body has run, in an environment of its own; the same one where it cannot."""
        scope = other.names.module_scope
        self.by_scope[scope] = other
        inside = world.copy()
        inside.env = inside.new(Env(scope, None, {"__name__": Scalar("str", dotted)}))
        self.loaded[dotted] = inside.env
        end = self.run_body(other.tree.body, inside)
        if end is None:
            self.loaded[dotted] = None
            return world
        end.env = world.env
        return end


def imports(module: Module) -> Iterator[str]:
    """The dotted names of the modules that a module may import, and of what it takes from them, which may be modules."""
    for node in module.index.of(ast.Import):
        assert isinstance(node, ast.Import)
        yield from (alias.name for alias in node.names)
    for node in module.index.of(ast.ImportFrom):
        assert isinstance(node, ast.ImportFrom)
        origin = absolute("." * node.level + (node.module or ""), module.dotted, module.is_package)
        if origin:
            yield origin
        yield from (f"{origin}.{alias.name}" if origin else alias.name for alias in node.names if alias.name != "*")


def parsed(path: str, dotted: str, is_package: bool, asking: Module) -> Module | None:
    """A module of the project, parsed once while its file stays the same; None where it can say nothing of frames."""
    from flake8_pitfalls.facts import Module as Other
    from flake8_pitfalls.text.source import Source

    files = asking.project.files
    stamp = getattr(files, "stamp", lambda name: None)(path)
    known = _PARSED.get(path)
    if known is not None and stamp is not None and known[0] == (stamp, dotted):
        return known[1]
    while len(_PARSED) >= KEPT:
        del _PARSED[next(iter(_PARSED))]
    text = files.text(path)
    made: Module | None = None
    if text is not None and len(text) <= LARGEST and ("pandas" in text or len(text) <= SMALL):
        made = Other(
            Source(text), None, path, asking.settings, dotted=dotted or None, is_package=is_package if dotted else None, files=files
        )
        try:
            for nodes in made.index.by_type.values():
                for node in nodes:
                    if hasattr(node, "lineno"):
                        node.lineno = Line(node.lineno)
                        node.lineno.path = path
        except (SyntaxError, RecursionError, MemoryError):
            made = None
    _PARSED[path] = ((stamp, dotted), made)
    return made
