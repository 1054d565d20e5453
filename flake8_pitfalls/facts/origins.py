"""The expressions of this file that another one can stand for: names, parameters and attributes followed back to what was written.

`values.py` says what kind of thing an expression is, across modules; this says where in this file it was made, for rules that must
look at that place, count its uses or change it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.handed import UNSEEN, Function, argument, assigned, method, place_of, returned

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Binding, Scope

DEPTH = 24  # names and calls followed one after the other
MOST = 24  # origins of one expression; more are as good as unknown
EACH = "each"  # a step of a path: an item of what is iterated over
ENTERED = "entered"  # a step of a path: what `with … as` gives
SAVED = frozenset(("__getstate__", "__setstate__", "__reduce__", "__reduce_ex__"))


class Origin(NamedTuple):
    """An expression, and which part of its value is meant: `path` holds places in a tuple or list, `EACH` or `ENTERED`."""

    node: ast.expr
    path: tuple[int | str, ...] = ()


class Origins:
    """Where the values of one module's expressions are written."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.index = module.index
        self.names = module.names
        self._attributes: dict[str, list[ast.Attribute]] | None = None
        self._loads: dict[str, list[ast.Name]] | None = None
        self._returned: dict[ast.FunctionDef, list[ast.expr] | None] = {}
        self._active: set[object] = set()

    def of(self, node: ast.expr, depth: int = 0) -> tuple[Origin, ...] | None:
        """All that an expression can stand for; None where there may be more than this file shows. () only within a cycle."""
        found = self._of(node, depth)
        return None if found is None or len(found) > MOST else tuple(dict.fromkeys(found))

    def one(self, node: ast.expr) -> ast.expr | None:
        """The one expression that another stands for, whole."""
        found = self.of(node)
        return found[0].node if found is not None and len(found) == 1 and not found[0].path else None

    def _of(self, node: ast.expr, depth: int) -> list[Origin] | None:
        if depth > DEPTH:
            return None
        if isinstance(node, ast.Name):
            return self._of_name(node, depth + 1)
        if isinstance(node, ast.Attribute):
            return self._of_attribute(node, depth + 1)
        if isinstance(node, ast.IfExp):
            return self._all([node.body, node.orelse], depth)
        if isinstance(node, ast.BoolOp):
            return self._all(node.values, depth)
        if isinstance(node, ast.NamedExpr):
            return self._of(node.value, depth + 1)
        if isinstance(node, ast.Call) and self.called(node) is not None:
            return self._of_call(node, depth + 1)
        return self._of_item(node, depth + 1)

    def _all(self, nodes: list[ast.expr], depth: int) -> list[Origin] | None:
        found: list[Origin] = []
        for node in nodes:
            more = self._of(node, depth + 1)
            if more is None:
                return None
            found += more
        return found

    def _of_item(self, node: ast.expr, depth: int) -> list[Origin] | None:
        """What can be taken out of a container, where all that is put into it is seen; else the expression itself."""
        from flake8_pitfalls.facts.holding import contents, taken_from, wanted_key

        container = taken_from(node)
        key = ast.dump(container) if isinstance(container, (ast.Name, ast.Attribute)) else None
        if container is None or key is None or key in self._active:
            return [Origin(node)]
        self._active.add(key)
        try:
            items, key_asked = contents(container, self.module), wanted_key(node)
            found: list[Origin] | None = []
            for item in items or ():
                if not key_asked or item.key in ("", key_asked):
                    more = self.part(item.node, item.path, depth)
                    found = None if found is None or more is None else found + more
        finally:
            self._active.discard(key)
        return found if found else [Origin(node)]

    def _of_each(self, node: ast.expr, path: tuple[int | str, ...], depth: int) -> list[Origin] | None:
        """The items that a loop goes over: of a list, of `d.values()`, and the second of each pair of `d.items()`."""
        from flake8_pitfalls.facts.holding import contents, started

        container: ast.expr = node
        rest = path[1:]
        if isinstance(node, ast.Call):
            if not isinstance(node.func, ast.Attribute) or node.func.attr not in ("values", "items"):
                return None
            if node.func.attr == "items" and rest[:1] != (1,):
                return None
            container, rest = node.func.value, rest if node.func.attr == "values" else rest[1:]
        elif not isinstance(node, ast.Tuple) and not isinstance(self.one(node), (ast.List, ast.ListComp, ast.Tuple)):
            return None
        key = ast.dump(container)
        if key in self._active or depth > DEPTH:
            return None
        self._active.add(key)
        try:
            named = isinstance(container, (ast.Name, ast.Attribute))
            found: list[Origin] | None = []
            for item in (contents if named else started)(container, self.module) or ():
                more = self.part(item.node, item.path + rest, depth + 1)
                found = None if found is None or more is None else found + more
        finally:
            self._active.discard(key)
        return found

    # Names

    def _of_name(self, node: ast.Name, depth: int) -> list[Origin] | None:
        bindings = self.names.bindings(node)
        return self._of_bindings(bindings, node, depth) if bindings else None

    def _of_bindings(self, bindings: tuple[Binding, ...], node: ast.expr, depth: int) -> list[Origin] | None:
        found: list[Origin] = []
        for binding in bindings:
            if binding in self._active:
                continue
            self._active.add(binding)
            try:
                more = self._of_binding(binding, node, depth)
            finally:
                self._active.discard(binding)
            if more is None:
                return None
            found += more
        return found

    def _of_binding(self, binding: Binding, node: ast.expr, depth: int) -> list[Origin] | None:
        kind = binding.kind
        if kind in ("import", "builtin", "def", "class"):
            return [Origin(node)]
        if kind == "parameter":
            return self._of_parameter(binding, depth)
        if kind == "del":
            return []
        if binding.value is None or kind not in ("assign", "walrus", "for", "comprehension", "with"):
            return None
        if kind in ("assign", "walrus"):
            return self.part(binding.value, binding.path, depth)
        steps: tuple[int | str, ...] = (EACH if kind in ("for", "comprehension") else ENTERED, *binding.path)
        return self.part(binding.value, steps, depth)

    def part(self, node: ast.expr, path: tuple[int | str, ...], depth: int = 0) -> list[Origin] | None:
        """A part of what an expression stands for: of a tuple or list that is written out, the item itself."""
        if path and path[0] == EACH:
            each = self._of_each(node, path, depth)
            if each:
                return each
        while path and isinstance(node, (ast.Tuple, ast.List)) and not any(isinstance(item, ast.Starred) for item in node.elts):
            step = path[0]
            if not isinstance(step, int) or not -len(node.elts) <= step < len(node.elts):
                break
            node, path = node.elts[step], path[1:]
        whole = self._of(node, depth + 1)
        if whole is None or not path:
            return whole
        found: list[Origin] = []
        for origin in whole:
            if not origin.path and origin.node is not node and isinstance(origin.node, (ast.Tuple, ast.List)):
                more = self.part(origin.node, path, depth + 1)
                if more is None:
                    return None
                found += more
            else:
                found.append(Origin(origin.node, origin.path + path))
        return found

    # Parameters and results, where all calls are seen

    def _of_parameter(self, binding: Binding, depth: int) -> list[Origin] | None:
        function = self.index.parents[self.index.parents[binding.node]]
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or function.decorator_list:
            return None
        calls = self.calls_of(function)
        if not calls:
            return None
        place, default = place_of(function, binding.name)
        if place is None:
            return None
        found: list[Origin] = []
        for call in calls:
            shift = 1 if isinstance(call.func, ast.Attribute) else 0
            if 0 <= place < shift:
                return None  # the object itself
            given = argument(call, place - shift if place >= 0 else None, binding.name)
            more = None if given is UNSEEN else self._of(given, depth + 1) if isinstance(given, ast.expr) else None
            if given is None and default is not None:
                more = self._of(default, depth + 1)
            if more is None:
                return None
            found += more
        return found

    def calls_of(self, function: Function) -> list[ast.Call] | None:
        """All calls of a function or method, where its name is used for nothing else in this file; None where it is."""
        owner = self.index.parents[function]
        if isinstance(owner, ast.ClassDef):
            return self._calls_of_method(function, owner)
        scope = self.names.scope(function)
        if len(scope.bindings.get(function.name, ())) != 1 or scope.elsewhere.get(function.name):
            return None
        calls: list[ast.Call] = []
        for use in self.loads(function.name, scope):
            parent = self.index.parents[use]
            if not isinstance(parent, ast.Call) or parent.func is not use:
                return None
            calls.append(parent)
        return calls

    def _calls_of_method(self, function: Function, owner: ast.ClassDef) -> list[ast.Call] | None:
        calls: list[ast.Call] = []
        for use in self.attributes(function.name):
            parent = self.index.parents[use]
            if not isinstance(parent, ast.Call) or parent.func is not use or self.class_of_self(use.value) is not owner:
                return None
            calls.append(parent)
        return calls

    def loads(self, name: str, scope: Scope) -> Iterator[ast.Name]:
        """All places where a name of a scope is read, in functions inside it too."""
        if self._loads is None:
            self._loads = {}
            for node in self.index.of(ast.Name):
                assert isinstance(node, ast.Name)
                if isinstance(node.ctx, ast.Load):
                    self._loads.setdefault(node.id, []).append(node)
        for node in self._loads.get(name, ()):
            if self.names.deciding(name, self.names.scope(node)) is scope:
                yield node

    def _of_call(self, node: ast.Call, depth: int) -> list[Origin] | None:
        function = self.called(node)
        if function is None or function in self._active:
            return [Origin(node)]
        if function not in self._returned:
            self._returned[function] = returned(function)
        results = self._returned[function]
        if results is None:
            return [Origin(node)]
        self._active.add(function)
        try:
            found = self._all(results, depth)
        finally:
            self._active.discard(function)
        return [Origin(node)] if found is None else found

    def called(self, node: ast.Call) -> ast.FunctionDef | None:
        """The undecorated function of this file that a call surely runs."""
        if isinstance(node.func, ast.Name):
            binding = self.names.only(node.func)
            found = binding.node if binding is not None and binding.kind == "def" else None
        elif isinstance(node.func, ast.Attribute):
            owner = self.class_of_self(node.func.value)
            found = method(owner, node.func.attr) if owner is not None else None
        else:
            found = None
        return found if isinstance(found, ast.FunctionDef) and not found.decorator_list else None

    # Attributes of self

    def attributes(self, name: str) -> list[ast.Attribute]:
        """All attributes of this name in the file."""
        if self._attributes is None:
            self._attributes = {}
            for node in self.index.of(ast.Attribute):
                assert isinstance(node, ast.Attribute)
                self._attributes.setdefault(node.attr, []).append(node)
        return self._attributes.get(name, [])

    def class_of_self(self, node: ast.expr) -> ast.ClassDef | None:
        """The class whose method calls its own object by this name."""
        binding = self.names.only(node)
        if binding is None or binding.kind != "parameter":
            return None
        arguments = self.index.parents[binding.node]
        function = self.index.parents[arguments]
        owner = self.index.parents.get(function)
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or not isinstance(owner, ast.ClassDef):
            return None
        plain = [*function.args.posonlyargs, *function.args.args]
        decorated = {self.names.qualified(item) for item in function.decorator_list}
        is_self = bool(plain) and plain[0] is binding.node and "builtins.staticmethod" not in decorated
        return owner if is_self else None

    def class_of(self, node: ast.expr) -> ast.ClassDef | None:
        """The class of this file that an expression is an instance of, or is."""
        own = self.class_of_self(node)
        if own is not None:
            return own
        binding = self.names.only(node)
        if binding is not None and isinstance(binding.node, ast.ClassDef):
            return binding.node
        from flake8_pitfalls.facts.values import Cls, Inst

        values = self.module.values
        value = values.one(node)
        if (
            isinstance(value, Inst)
            and isinstance(value.of, Cls)
            and value.of.module == values.view.module
            and values.view.local is not None
        ):
            return values.view.local.class_nodes.get(value.of.qualname)
        return None

    def _of_attribute(self, node: ast.Attribute, depth: int) -> list[Origin] | None:
        owner = self.class_of(node.value) if not node.attr.startswith("__") else None
        if owner is None:
            return [Origin(node)]
        stored = self.stored(owner, node.attr)
        key = (owner, node.attr)
        if stored is None or key in self._active:
            return None if stored is None else []
        self._active.add(key)
        try:
            found: list[Origin] | None = []
            for value, path in stored:
                more = self.part(value, path, depth)
                found = None if found is None or more is None else found + more
        finally:
            self._active.discard(key)
        return found

    def stored(self, owner: ast.ClassDef, name: str) -> list[tuple[ast.expr, tuple[int, ...]]] | None:
        """All that is ever put into an attribute of a class's instances, each with the part of it; None where more may be put there.

        Every place of the file counts that stores under this name in an object that may be one; what a class body binds counts too.
        """
        related = self._related(owner, name)
        if related is None:
            return None
        found: list[tuple[ast.expr, tuple[int, ...]]] = []
        for node in self.attributes(name):
            if isinstance(node.ctx, ast.Load):
                continue
            holder = self.class_of_self(node.value)
            if holder is not None and holder not in related:
                continue
            value = assigned(node, self.index.parents)
            if value is None:
                return None
            found.append(value)
        for cls in related:
            for binding in self.names.scope_of_body(cls).bindings.get(name, ()):
                if binding.kind != "assign" or binding.value is None or cls.decorator_list:
                    return None
                found.append((binding.value, binding.path))
        return found or None

    def _related(self, owner: ast.ClassDef, name: str) -> list[ast.ClassDef] | None:
        """A class with its bases and subclasses in this file; None where one of another module has the attribute, or objects are saved."""
        from flake8_pitfalls.facts.values import Cls

        view, classes = self.module.values.view, self.module.project.classes
        local = view.local
        assert local is not None
        own = Cls(view.module, local.terms.qualname(owner))
        related = []
        for qualname, node in local.class_nodes.items():
            order = classes.order(Cls(view.module, qualname))
            if own in order or Cls(view.module, qualname) in classes.order(own):
                related.append(node)
        for base in classes.order(own):
            if isinstance(base, Cls) and base.module != view.module:
                other = self.module.project.view(base.module)
                facts = other.klass(base.qualname) if other is not None else None
                if facts is None or name in facts["attributes"] or name in facts["body"]:
                    return None
        for node in related:
            if SAVED & self.names.scope_of_body(node).bindings.keys():
                return None
        return related
