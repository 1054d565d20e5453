"""Where a value is kept: the names, attributes and containers that get it, and the functions that give it back or are handed it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.values import Cls, Func, Inst, Thing, Wrapped, type_name
from flake8_pitfalls.knowledge.threads import PLAIN_BASES, canonical

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Binding

Shape = tuple[Any, ...]
# Where one of these words stands, names and attributes may be reached by text.
BY_TEXT = frozenset(("__dict__", "vars", "globals", "locals", "eval", "exec", "__getattr__", "__getattribute__"))


class Use(NamedTuple):
    """One thing that happens to the value: `kind` is attribute, argument, iterated, compared, text, key, dropped or stored.

    `node`: the Attribute, Call or statement; `name`: the attribute's name, or the dotted name of what is called.
    """

    kind: str
    node: ast.AST
    name: str = ""


class Journey:
    """All uses of a value that were found; `escaped` is the first place where it is lost from sight."""

    def __init__(self) -> None:
        self.uses: list[Use] = []
        self.escaped: ast.AST | None = None

    def attributes(self) -> set[str]:
        """The names of the attributes that are read of it."""
        return {use.name for use in self.uses if use.kind == "attribute"}


def item(shape: Shape) -> Shape | None:
    """The shape of what iterating over a container gives; None where the value is not among it."""
    return shape[1:] if shape and shape[0] != "value" else None


class Keeping:
    """One value and the places that it has come to. `journey` is what has been seen."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.index = module.index
        self.names = module.names
        self.values = module.values
        self.places = module.places
        self.journey = Journey()
        self._stack: list[tuple[ast.AST, Shape]] = []
        self._seen: set[tuple[Any, Shape]] = set()

    # What the steps say

    def push(self, node: ast.AST, shape: Shape) -> None:
        """The value stands at this expression, in a container of this shape."""
        if len(shape) > 6:
            self.escape(node)
        elif (node, shape) not in self._seen:
            self._seen.add((node, shape))
            self._stack.append((node, shape))

    def escape(self, node: ast.AST) -> None:
        if self.journey.escaped is None:
            self.journey.escaped = node

    def use(self, kind: str, node: ast.AST, name: str = "") -> None:
        self.journey.uses.append(Use(kind, node, name))

    # Names and attributes

    def bind(self, target: ast.expr, shape: Shape) -> None:
        """A target of an assignment, a loop or a `with` gets the value."""
        if isinstance(target, ast.Name):
            self.to_binding(target, shape)
        elif isinstance(target, (ast.Tuple, ast.List)):
            self._unpack(target, shape)
        elif isinstance(target, ast.Attribute):
            self._store(target, shape)
        elif isinstance(target, ast.Subscript):
            self.hold(target.value, ("value" if self._is_dict(target.value) else "?", *shape))
        else:
            self.escape(target)

    def _unpack(self, target: ast.Tuple | ast.List, shape: Shape) -> None:
        inside = item(shape)
        if not shape:
            self.use("iterated", target)
        if inside is None:
            return
        starred = any(isinstance(part, ast.Starred) for part in target.elts)
        for place, part in enumerate(target.elts):
            if isinstance(part, ast.Starred):
                self.bind(part.value, ("*", *inside))
            elif not isinstance(shape[0], int) or starred or shape[0] == place:
                self.bind(part, inside)

    def _is_dict(self, node: ast.expr) -> bool:
        return self.values.certain(node, lambda value: type_name(value) in ("builtins.dict", "collections.OrderedDict"))

    def to_binding(self, node: ast.AST, shape: Shape) -> None:
        """The value goes to every place where this binding's name is read."""
        binding = self.places.bindings.get(node)
        if binding is None:
            self.escape(node)
            return
        if (binding, shape) in self._seen:
            return
        self._seen.add((binding, shape))
        if binding.scope.is_class:
            self._read_as_attribute(binding.name, binding.scope.node, shape)
        elif binding.scope.is_module and (self.places.is_seen_outside(binding.name) or not BY_TEXT.isdisjoint(self.module.source.words)):
            self.escape(node)
        for read in self.places.reads(binding):
            parent = self.index.parents[read]
            if isinstance(read.ctx, ast.Load):
                self.push(read, shape)
            elif isinstance(parent, ast.AugAssign):
                self.to_binding(read, shape)

    def _store(self, target: ast.Attribute, shape: Shape) -> None:
        """`X.name = value`: of an instance of a class of this module it can be read wherever that name is an attribute."""
        classes = {value.of if isinstance(value, Inst) else value for value in self.values.of(target.value)}
        if not classes or not all(self._is_closed(value, target.attr) for value in classes):
            self.escape(target)
            return
        for cls in classes:
            self._read_as_attribute(target.attr, self.values.view.local.class_nodes[cls.qualname], shape)

    def _is_closed(self, cls: Any, name: str) -> bool:
        """Whether only this module's code can see that attribute of its instances."""
        if not isinstance(cls, Cls) or cls.module != self.values.view.module:
            return False
        order = self.module.project.classes.order(cls)
        if any(not isinstance(base, Cls) and canonical(getattr(base, "name", "")) not in PLAIN_BASES for base in order):
            return False
        if any(isinstance(base, Cls) and base.module != cls.module for base in order):
            return False
        found, _ = self.module.project.classes.lookup(order, name)
        return not any(isinstance(value, Wrapped) for value in found)

    def _read_as_attribute(self, name: str, cls: ast.AST, shape: Shape) -> None:
        key = (f".{name}", cls)
        if (key, shape) in self._seen:
            return
        self._seen.add((key, shape))
        if self.places.is_seen_outside(name) or not BY_TEXT.isdisjoint(self.module.source.words) or self._is_reached_by_text(name):
            self.escape(cls)
        elif not name.startswith("_") and isinstance(cls, ast.ClassDef) and not self.places.is_used(cls):
            self.escape(cls)  # nobody here makes one: whoever does may read what it holds
        for read in self.places.attributes(name):
            if not self._is_of_another(read.value):
                self.push(read, shape)

    def _is_reached_by_text(self, name: str) -> bool:
        """Whether `getattr`, `attrgetter` or `methodcaller` may be asked for it: by its name, or by one that is not written out."""
        return any(
            (text is None or name in text.split(".")) and (owner is None or not self._is_of_another(owner))
            for owner, text in self.places.asked_by_text
        )

    def _is_of_another(self, node: ast.expr) -> bool:
        """Whether an expression is known to be nothing of this project."""
        return self.values.certain(
            node, lambda value: isinstance(value, Thing) or (isinstance(value, Inst) and isinstance(value.of, Thing))
        )

    def hold(self, node: ast.expr, shape: Shape) -> None:
        """A container gets the value: it can be found wherever that container goes."""
        if isinstance(node, ast.Name):
            found = self.names.bindings(node)
            if not found:
                self.escape(node)
            for binding in found:
                self._hold_bound(binding, shape)
        elif isinstance(node, ast.Attribute):
            self._hold_attribute(node, shape)
        elif isinstance(node, ast.Subscript):
            self.hold(node.value, ("?", *shape))
        elif isinstance(node, ast.BoolOp):
            for part in node.values:
                self.hold(part, shape)
        elif isinstance(node, (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.SetComp, ast.DictComp)) or self._makes_container(node):
            self.push(node, shape)
        else:
            self.escape(node)

    def _makes_container(self, node: ast.expr) -> bool:
        return isinstance(node, ast.Call) and (self.names.qualified(node.func) or "") in (
            "builtins.list",
            "builtins.set",
            "builtins.dict",
            "collections.deque",
            "collections.defaultdict",
            "collections.OrderedDict",
        )

    def _hold_bound(self, binding: Binding, shape: Shape) -> None:
        key = ("held", binding)
        if (key, shape) in self._seen:
            return
        self._seen.add((key, shape))
        self.to_binding(binding.node, shape)
        if binding.kind in ("assign", "walrus") and binding.value is not None and not binding.path:
            self.hold(binding.value, shape)
        elif binding.kind == "augassign":
            for before in self.names.bindings(binding.node):  # type: ignore[arg-type]
                self._hold_bound(before, shape)
        elif binding.kind == "parameter":
            given = self.places.given(binding.node)
            for one in given or ():
                self.hold(one, shape)
            if not given:
                self.escape(binding.node)
        elif binding.kind != "del":
            self.escape(binding.node)

    def _hold_attribute(self, node: ast.Attribute, shape: Shape) -> None:
        key = ("held", node.attr)
        if (key, shape) in self._seen:
            return
        self._seen.add((key, shape))
        self._store(node, shape)
        for stored in self.places.stores(node.attr):
            if stored is None:
                self.escape(node)
            elif not (isinstance(stored, ast.Constant) and stored.value is None):
                self.hold(stored, shape)

    # Functions

    def _to_callers(self, function: ast.AST, node: ast.AST, shape: Shape) -> None:
        """A function gives the value back (or yields it): it goes to all of its calls."""
        calls = [call for call in self.places.calls(function) or () if all(one is not function for one in self.index.ancestors(call))]
        if not calls:  # nobody here calls it but itself (or what it overrides), or it is handed on
            self.escape(node)
            return
        for call in calls:
            self.push(call, shape)

    def _runs(self, value: Any, name: str, node: ast.AST) -> None:
        """A method (or property) of the value itself is looked up, so it can do anything with its first parameter."""
        if not isinstance(value, Inst) or not isinstance(value.of, Cls):
            return
        classes = self.module.project.classes
        found, owner = classes.lookup(classes.order(value.of), name)
        for method in found if isinstance(owner, Cls) else ():
            function = method.function if isinstance(method, Wrapped) else method
            if not isinstance(function, Func):
                continue
            if isinstance(method, Wrapped) and method.kind in ("staticmethod", "classmethod"):
                continue
            body = self.values.node_of(function)
            if isinstance(body, (ast.FunctionDef, ast.AsyncFunctionDef)):
                self._as_self(body)
            else:
                self.into_other_module(function, 0, None, (), node)

    def into_other_module(self, function: Func, place: int | None, keyword: str | None, shape: Shape, node: ast.AST) -> None:
        """The value becomes a parameter of another module's function: its place counts the bound one."""
        view, facts = self.module.project.view(function.module), self.module.project.function(function)
        known = view.handing(function.qualname) if view is not None and function.module != self.values.view.module else {}
        names = [one[0] for one in facts["parameters"] if one[1] in ("positional", "both")] if facts is not None else []
        name = keyword if keyword is not None else names[place] if place is not None and place < len(names) else ""
        used = known[name][len(shape)] if name in known and shape in ((), ("*",)) else None
        if used is None:
            self.escape(node)
        for attribute in used or ():
            self.use("attribute", node, attribute)

    def _as_self(self, function: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        plain = [*function.args.posonlyargs, *function.args.args]
        if plain:
            self.to_binding(plain[0], ())
        for attribute in self.places.supers(function):
            self.use("attribute", attribute, attribute.attr)
