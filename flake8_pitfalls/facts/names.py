"""Scopes, what binds each name, and what a name can stand for where it is used.

Python's scoping rules (language reference, 4.2): a class's names are not seen from its methods, a comprehension has a scope of
its own but for its first iterable, defaults, decorators and annotations belong to the scope around, `:=` in a comprehension binds outside.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable, Iterator

from flake8_pitfalls.facts.index import COMPREHENSIONS, FUNCTIONS, Index

BUILTINS = frozenset(dir(builtins)) | {"__file__", "__name__"}
OPENING = frozenset([*FUNCTIONS, ast.ClassDef, *COMPREHENSIONS])
TARGET_HOLDERS = (ast.Tuple, ast.List, ast.Starred)


class Binding:
    """One place that gives a name a meaning.

    `kind`: import, star, assign, augassign, for, with, except, walrus, comprehension, parameter, def, class, match, del, type,
    builtin. `node`: the alias, Name, arg, def, class, handler or pattern that binds. `value`: the expression it is bound
    to (an iterable for `for`, a manager for `with`), else None; `path`: which item of it, for `a, (b, c) = …`, with -1 for a starred one.
    `qualified`: the dotted name of an import, with leading dots where it is relative.
    """

    __slots__ = ("kind", "name", "node", "path", "qualified", "scope", "value")

    def __init__(
        self,
        name: str,
        kind: str,
        node: ast.AST,
        scope: Scope,
        value: ast.expr | None = None,
        path: tuple[int, ...] = (),
        qualified: str = "",
    ) -> None:
        self.name = name
        self.kind = kind
        self.node = node
        self.scope = scope
        self.value = value
        self.path = path
        self.qualified = qualified

    def __repr__(self) -> str:
        return f"Binding({self.name} by {self.kind} at line {getattr(self.node, 'lineno', 0)})"


class Scope:
    """A module, class, function, lambda or comprehension, and what its text binds."""

    __slots__ = ("bindings", "elsewhere", "node", "outer", "parent", "stars")

    def __init__(self, node: ast.AST, parent: Scope | None) -> None:
        self.node = node
        self.parent = parent
        self.bindings: dict[str, list[Binding]] = {}
        self.elsewhere: dict[str, list[Binding]] = {}  # by `global` and `nonlocal` in other functions
        self.stars: list[Binding] = []
        self.outer: dict[str, type] = {}  # names declared `global` or `nonlocal` here

    @property
    def is_class(self) -> bool:
        return isinstance(self.node, ast.ClassDef)

    @property
    def is_comprehension(self) -> bool:
        return isinstance(self.node, COMPREHENSIONS)

    @property
    def is_module(self) -> bool:
        return self.parent is None


class Names:
    """The names of one module. `star` answers which names a star import brings: None where nobody knows."""

    def __init__(self, index: Index, star: Callable[[Binding], frozenset[str] | None] = lambda binding: None) -> None:
        self.index = index
        self.star = star
        self.module_scope = Scope(index.tree, None)
        self._scopes: dict[ast.AST, Scope] = {index.tree: self.module_scope}
        self._standing: dict[ast.AST, Scope] = {}  # by statement: everything in it that opens no scope is looked up there
        self._flows: dict[Scope, tuple[dict[ast.AST, frozenset[Binding]], dict[str, frozenset[Binding]]]] = {}
        self._builtins: dict[str, Binding] = {}
        self._collect()

    # Questions

    def bindings(self, node: ast.Name) -> tuple[Binding, ...]:
        """What a name can be bound to where it is read, in the order of the text; () where that is not known."""
        scope = self.deciding(node.id, self.scope(node))
        if scope is None:
            return self._from_outside(node.id)
        found = scope.bindings.get(node.id, [])
        if len(found) > 1:
            used = self._reaching(scope, node)
            found = sorted(used, key=lambda binding: _place(binding.node)) if used else found
        outside = scope.elsewhere.get(node.id, ())
        if scope.is_module and scope.stars and self._by_star(node.id) != ():
            return ()  # a star import may have bound it before or after
        return (*found, *outside)

    def at_end(self, name: str, scope: Scope | None = None) -> tuple[Binding, ...]:
        """What a name of a scope (the module's, if none is given) can be bound to when its body has run."""
        scope = scope or self.module_scope
        found = scope.bindings.get(name, [])
        if not found and scope.is_module and not scope.elsewhere.get(name):
            return self._by_star(name) or ()
        if len(found) > 1:
            self._run_flow(scope)
            kept = self._flows[scope][1].get(name)
            found = sorted(kept, key=lambda binding: _place(binding.node)) if kept is not None else found
        return (*found, *scope.elsewhere.get(name, ()))

    def only(self, node: ast.AST) -> Binding | None:
        """The one binding that a name stands for where it is read."""
        found = self.bindings(node) if isinstance(node, ast.Name) else ()
        return found[0] if len(found) == 1 else None

    def qualified(self, node: ast.AST) -> str | None:
        """The dotted name that an expression stands for by import, such as `time.sleep`; `builtins.len`; else None.

        Several imports of one thing count as one. A relative import keeps its leading dots.
        """
        attributes: list[str] = []
        while isinstance(node, ast.Attribute):
            attributes.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return None
        names = {binding.qualified for binding in self.bindings(node)}
        if len(names) != 1 or "" in names:
            return None
        return ".".join([names.pop(), *reversed(attributes)])

    def scope(self, node: ast.AST) -> Scope:
        """The scope in which a node's names are looked up; of a `def` or `class`, the one that it stands in."""
        parents = self.index.parents
        if isinstance(node, ast.arg):
            return self._scope_of_owner(parents[parents[node]])
        child = came_from = node
        statement: ast.AST | None = None
        found: Scope | None = None
        while found is None:
            if statement is None and isinstance(child, ast.stmt):
                found = self._standing.get(child)
                if found is not None:
                    return found
                statement = child
            around = parents.get(child)
            if around is None:
                found = self.module_scope
            elif around.__class__ in OPENING and _is_in_scope_of(around, child, came_from):
                found = self._scope_of_owner(around)
            else:
                child, came_from = around, child
        if statement is not None:
            self._standing[statement] = found
        return found

    def scopes(self) -> Iterator[Scope]:
        return iter(list(self._scopes.values()))

    def deciding(self, name: str, scope: Scope | None) -> Scope | None:
        """The scope that decides what a name means when it is read in a scope; None for builtins and star imports."""
        start = scope
        while scope is not None:
            declared = scope.outer.get(name)
            if declared is ast.Global:
                return self.module_scope if self._bound_in(self.module_scope, name) else None
            if (scope is start or not scope.is_class) and declared is None and self._bound_in(scope, name):
                return scope
            scope = scope.parent
        return None

    def release(self) -> None:
        """Parts scopes and bindings, which point at each other: nothing may be asked of them any more."""
        for scope in self._scopes.values():
            scope.bindings.clear()
            scope.elsewhere.clear()
            scope.stars.clear()

    # How it is known

    @staticmethod
    def _bound_in(scope: Scope, name: str) -> bool:
        return name in scope.bindings or name in scope.elsewhere

    def _scope_of_owner(self, owner: ast.AST) -> Scope:
        found = self._scopes.get(owner)
        if found is None:
            found = self._scopes[owner] = Scope(owner, self.scope(owner))
        return found

    def scope_of_body(self, owner: ast.AST) -> Scope:
        """The scope that a function, class, lambda or comprehension opens."""
        return self._scope_of_owner(owner)

    def _collect(self) -> None:
        index = self.index
        for node in index.of(*FUNCTIONS, ast.ClassDef, *COMPREHENSIONS):
            self._scope_of_owner(node)
        for kind in (ast.Global, ast.Nonlocal):
            for node in index.of(kind):
                assert isinstance(node, (ast.Global, ast.Nonlocal))
                self.scope(node).outer.update(dict.fromkeys(node.names, kind))
        for binding in self._all_bindings():
            self._file(binding)
        for scope in self._scopes.values():
            for found in scope.bindings.values():
                if len(found) > 1:
                    found.sort(key=lambda binding: _place(binding.node))

    def _file(self, binding: Binding) -> None:
        scope = binding.scope
        declared = scope.outer.get(binding.name)
        if declared is None:
            scope.bindings.setdefault(binding.name, []).append(binding)
            return
        target: Scope | None = self.module_scope
        if declared is ast.Nonlocal:
            target = scope.parent
            while target is not None and (target.is_class or target.is_comprehension or binding.name in target.outer):
                target = target.parent
        if target is not None:
            binding.scope = target
            target.elsewhere.setdefault(binding.name, []).append(binding)

    def _all_bindings(self) -> Iterator[Binding]:
        index = self.index
        for node in index.of(ast.Import, ast.ImportFrom):
            yield from self._imports(node)
        for node in index.of(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef):
            assert isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
            yield Binding(node.name, "class" if isinstance(node, ast.ClassDef) else "def", node, self.scope(node))
        for node in index.of(ast.arg):
            assert isinstance(node, ast.arg)
            yield Binding(node.arg, "parameter", node, self.scope(node))
        for node in index.of(ast.Name):
            assert isinstance(node, ast.Name)
            if not isinstance(node.ctx, ast.Load):
                yield self._target(node)
        for node in index.of(ast.ExceptHandler, ast.MatchAs, ast.MatchStar):
            assert isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar))
            if node.name:
                yield Binding(node.name, "except" if isinstance(node, ast.ExceptHandler) else "match", node, self.scope(node))
        for node in index.of(ast.MatchMapping):
            assert isinstance(node, ast.MatchMapping)
            if node.rest:
                yield Binding(node.rest, "match", node, self.scope(node))
        for name in ("TypeVar", "ParamSpec", "TypeVarTuple"):  # type parameters, from 3.12
            kind = getattr(ast, name, None)
            for node in index.of(kind) if kind is not None else ():
                owner = index.parents[node]
                scope = self._scope_of_owner(owner) if isinstance(owner, (*FUNCTIONS, ast.ClassDef)) else self.scope(node)
                yield Binding(node.name, "type", node, scope)  # type: ignore[attr-defined]

    def _imports(self, node: ast.AST) -> Iterator[Binding]:
        scope = self.scope(node)
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.split(".")[0]
                yield Binding(alias.asname or first, "import", alias, scope, qualified=alias.name if alias.asname else first)
        elif isinstance(node, ast.ImportFrom):
            origin = "." * node.level + (node.module or "")
            for alias in node.names:
                if alias.name == "*":
                    scope.stars.append(Binding("*", "star", alias, scope, qualified=origin))
                else:
                    dot = "" if origin.endswith(".") or not origin else "."
                    yield Binding(alias.asname or alias.name, "import", alias, scope, qualified=f"{origin}{dot}{alias.name}")

    def _target(self, node: ast.Name) -> Binding:
        """The binding that a name in a target makes: `a` in `a = b`, `for a in b`, `with b as a`, `(a, c) = b` …"""
        scope, parents = self.scope(node), self.index.parents
        if isinstance(node.ctx, ast.Del):
            return Binding(node.id, "del", node, scope)
        path: tuple[int, ...] = ()
        child: ast.AST = node
        parent = parents[child]
        while isinstance(parent, TARGET_HOLDERS):
            if isinstance(parent, ast.Starred):
                path = (-1, *path)
            elif not isinstance(child, ast.Starred):
                place = next(n for n, item in enumerate(parent.elts) if item is child)
                starred = any(isinstance(item, ast.Starred) for item in parent.elts[:place])
                path = (place - len(parent.elts) if starred else place, *path)
            child, parent = parent, parents[parent]
        if isinstance(parent, ast.NamedExpr):
            while scope.is_comprehension and scope.parent is not None:
                scope = scope.parent
            return Binding(node.id, "walrus", node, scope, parent.value)
        if isinstance(parent, ast.Assign):
            return Binding(node.id, "assign", node, scope, parent.value, path)
        if isinstance(parent, ast.AugAssign):
            return Binding(node.id, "augassign", node, scope, parent.value)
        if isinstance(parent, ast.AnnAssign):
            return Binding(node.id, "assign" if parent.value is not None else "declared", node, scope, parent.value)
        if isinstance(parent, (ast.For, ast.AsyncFor)):
            return Binding(node.id, "for", node, scope, parent.iter, path)
        if isinstance(parent, ast.comprehension):
            return Binding(node.id, "comprehension", node, scope, parent.iter, path)
        if isinstance(parent, ast.withitem):
            return Binding(node.id, "with", node, scope, parent.context_expr, path)
        return Binding(node.id, "type", node, scope)

    def _from_outside(self, name: str) -> tuple[Binding, ...]:
        by_star = self._by_star(name)
        if by_star != ():
            return by_star or ()
        if name not in BUILTINS:
            return ()
        if name not in self._builtins:
            self._builtins[name] = Binding(name, "builtin", self.index.tree, self.module_scope, qualified=f"builtins.{name}")
        return (self._builtins[name],)

    def _by_star(self, name: str) -> tuple[Binding, ...] | None:
        """The binding that the last star import makes, () where none does, None where that is not known."""
        for star in reversed(self.module_scope.stars):
            exports = self.star(star)
            if exports is None:
                return None
            if name in exports:
                dot = "" if star.qualified.endswith(".") else "."
                return (Binding(name, "import", star.node, self.module_scope, qualified=f"{star.qualified}{dot}{name}"),)
        return ()

    def _reaching(self, scope: Scope, node: ast.Name) -> frozenset[Binding] | None:
        if scope.is_comprehension or isinstance(scope.node, ast.Lambda):
            return None
        self._run_flow(scope)
        uses, end = self._flows[scope]
        here = uses.get(node)
        if here is not None:
            return here
        return end.get(node.id) if self.scope(node) is not scope else None

    def _run_flow(self, scope: Scope) -> None:
        if scope not in self._flows:
            from flake8_pitfalls.facts.reaching import reaching

            self._flows[scope] = reaching(scope, self)


def _is_in_scope_of(opening: ast.AST, child: ast.AST, inner: ast.AST) -> bool:
    """Whether a part of what opens a scope is looked up in that scope; `inner`: the part of the part that the question came from."""
    if isinstance(opening, ast.Lambda):
        return child is opening.body
    if isinstance(opening, COMPREHENSIONS):
        return not (child is opening.generators[0] and inner is opening.generators[0].iter)
    return isinstance(child, ast.stmt)  # the body; decorators, defaults, annotations and bases belong to the scope around


def _place(node: ast.AST) -> tuple[int, int]:
    return getattr(node, "lineno", 0), getattr(node, "col_offset", 0)
