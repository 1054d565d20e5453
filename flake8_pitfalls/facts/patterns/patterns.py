"""Which texts are used as patterns, and what is asked of a module to find out.

What takes a text is told by the tables of `knowledge/regex.py`; `trace.py` follows it there. Nothing found means unknown.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Binding

ANY = "*"
KEY = "key"
Path = tuple[Any, ...]  # which item of which item: an index, ("=", key) of a dict's value, KEY of its keys, ANY
MODULES_AWAY = 3
OTHERS = 60  # modules that one question may parse


class Use(NamedTuple):
    """One use of a text: kind "pattern", "text", or "hint" (a name says pattern, nothing proves it); `verbose`: None where unknown."""

    kind: str
    verbose: bool | None = False


class Patterns:
    """The uses of one module's texts."""

    def __init__(self, module: Module, others: dict[str, Patterns | None] | None = None) -> None:
        self.module = module
        self.index = module.index
        self.names = module.names
        self.others = {} if others is None else others
        self._uses: dict[tuple[ast.AST, bool], frozenset[Use]] = {}
        self._loads: dict[str, list[ast.Name]] | None = None
        self._attributes: dict[str, list[ast.Attribute]] | None = None
        self._bound: dict[ast.AST, Binding] | None = None
        self._imported: dict[str, list[ast.AST]] | None = None
        self._stored: dict[str, list[tuple[ast.Attribute, ast.expr | None]]] | None = None
        self._calls: dict[str, list[ast.Call]] | None = None
        self._importers: list[str] | None = None
        self._parameters: dict[tuple[ast.AST, int | None, str | None, Path], tuple[frozenset[Use], frozenset[Path]]] = {}

    def uses(self, node: ast.AST, outward: bool = True) -> frozenset[Use]:
        """Every use of an expression's value that the program shows; `outward`: in the modules that import this one too."""
        found = self._uses.get((node, outward))
        if found is None:
            from flake8_pitfalls.facts.patterns.trace import Trace

            trace = Trace(self, outward=outward)
            trace.expression(node)
            found = self._uses[node, outward] = trace.run()
            for path, other in self.others.items():  # what is said rests on them
                if other is not None:
                    self.module.project.consulted.setdefault(other.module.dotted, path)
        return found

    def uses_of_import(self, dotted: str, path: Path, depth: int = 0) -> frozenset[Use]:
        """The uses in this module of what another one exports under this dotted name; `name()` for what a function gives.

        A package hands its imports on to those who import it.
        """
        from flake8_pitfalls.facts.patterns.trace import Trace

        trace = Trace(self, depth, outward=self.module.is_package and depth < MODULES_AWAY)
        bare = dotted.removesuffix("()")
        for node in self.imported(bare):
            around = self.index.parent(node)
            if bare == dotted:
                trace.expression(node, path)
            elif isinstance(around, ast.Call) and around.func is node:
                trace.expression(around, path)
        if trace.outward:
            for bindings in self.names.module_scope.bindings.values():
                trace.exported |= {
                    (binding.name + dotted[len(bare) :], path)
                    for binding in bindings
                    if binding.kind == "import" and self.module.project.own.terms.absolute(binding.qualified) == bare
                }
        return trace.run()

    def imported(self, dotted: str) -> list[ast.AST]:
        """The expressions of this module that stand for a name of another one."""
        if self._imported is None:
            self._imported = {}
            brought = {
                found.name for scope in self.names.scopes() for each in scope.bindings.values() for found in each if found.kind == "import"
            }
            starred = any(scope.stars for scope in self.names.scopes())
            absolute = self.module.project.own.terms.absolute
            for node in self.index.of(ast.Name):
                assert isinstance(node, ast.Name)
                qualified = self.names.qualified(node) if isinstance(node.ctx, ast.Load) and (starred or node.id in brought) else None
                name = absolute(qualified) if qualified else ""
                whole: ast.AST = node
                while name:
                    self._imported.setdefault(name, []).append(whole)
                    around = self.index.parent(whole)
                    if not isinstance(around, ast.Attribute):
                        break
                    name, whole = f"{name}.{around.attr}", around
        return self._imported.get(dotted, [])

    def importers(self) -> list[str]:
        """The paths of the files that may import this module."""
        if self._importers is None:
            self._importers = self.module.project.importers() if self.module.path else []
        return self._importers

    def uses_of_parameter(
        self, function: ast.AST, place: int | None, keyword: str | None, path: Path, depth: int
    ) -> tuple[frozenset[Use], frozenset[Path]]:
        """The uses of what a function of this module is called with, and the paths to it in what the function returns."""
        from flake8_pitfalls.facts.patterns.calls import parameter
        from flake8_pitfalls.facts.patterns.trace import Trace

        key = (function, place, keyword, path)
        if key not in self._parameters:
            self._parameters[key] = frozenset(), frozenset()  # while it is being followed: functions may call each other in a circle
            trace = Trace(self, depth, outward=False, entered=function)
            binding, rest = parameter(self, function, place, keyword, path)
            trace.binding(binding, rest)
            self._parameters[key] = trace.run(), frozenset(trace.returned)
        return self._parameters[key]

    # The maps that following needs, made once

    def loads(self, name: str) -> list[ast.Name]:
        """The places where a name is read; those of `name += …` too."""
        if self._loads is None:
            self._loads = {}
            for node in self.index.of(ast.Name):
                assert isinstance(node, ast.Name)
                if isinstance(node.ctx, ast.Load) or isinstance(self.index.parents[node], ast.AugAssign):
                    self._loads.setdefault(node.id, []).append(node)
        return self._loads.get(name, [])

    def attributes(self, name: str) -> list[ast.Attribute]:
        """The places where an attribute of this name is read."""
        if self._attributes is None:
            self._attributes = {}
            for node in self.index.of(ast.Attribute):
                assert isinstance(node, ast.Attribute)
                if isinstance(node.ctx, ast.Load) or isinstance(self.index.parents[node], ast.AugAssign):
                    self._attributes.setdefault(node.attr, []).append(node)
        return self._attributes.get(name, [])

    def stored(self, name: str) -> list[tuple[ast.Attribute, ast.expr | None]]:
        """The places where an attribute of this name is bound, each with the value; None where it is not a plain assignment."""
        if self._stored is None:
            self._stored = {}
            for node in self.index.of(ast.Attribute):
                assert isinstance(node, ast.Attribute)
                if not isinstance(node.ctx, ast.Load):
                    parent = self.index.parents[node]
                    value = parent.value if isinstance(parent, (ast.Assign, ast.AnnAssign)) else None
                    if not (isinstance(parent, ast.AnnAssign) and value is None):
                        self._stored.setdefault(node.attr, []).append((node, value))
        return self._stored.get(name, [])

    def calls(self, name: str | None) -> list[ast.Call]:
        """The calls of functions and methods of this name; all calls of names, if none is given."""
        if self._calls is None:
            self._calls = {}
            for node in self.index.of(ast.Call):
                assert isinstance(node, ast.Call)
                function = node.func
                last = function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
                self._calls.setdefault(last, []).append(node)
        if name is not None:
            return self._calls.get(name, [])
        return [call for last, calls in self._calls.items() if last for call in calls]

    def bound(self, node: ast.AST) -> Binding | None:
        """The binding that a target, parameter or definition makes."""
        if self._bound is None:
            self._bound = {}
            for scope in self.names.scopes():
                for found in (*scope.bindings.values(), *scope.elsewhere.values()):
                    self._bound.update((binding.node, binding) for binding in found)
        return self._bound.get(node)

    def other(self, path: str, dotted: str | None = None) -> Patterns | None:
        """The patterns of another file of the project, which is parsed for it; None where it cannot be."""
        if path not in self.others:
            from flake8_pitfalls.facts import Module
            from flake8_pitfalls.text.source import Source

            self.others[path] = None
            text = self.module.project.files.text(path) if len(self.others) < OTHERS else None
            if text is not None:
                module = Module(Source(text), None, path, self.module.settings, dotted=dotted, files=self.module.files)
                try:
                    module.tree  # noqa: B018 (parsing is the question)
                    self.others[path] = Patterns(module, self.others)
                except SyntaxError:
                    pass
        return self.others[path]


def key_of(node: ast.expr | None) -> Any:
    """The path step of an index or key."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return ANY
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, int) and not isinstance(node.value, bool) else ("=", node.value)
    return ANY


def popped(path: Path, step: Any) -> Path | None:
    """What is left of a path after one step, None where the step leads elsewhere."""
    if not path or (path[0] is not ANY and step is not ANY and path[0] != step):
        return None
    return path[1:]
