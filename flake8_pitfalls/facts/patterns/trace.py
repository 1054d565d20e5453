"""Follows a text from where it is written to whoever takes it.

The way leads through names, attributes, containers and loops over them, parameters, return values, concatenation and other modules.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.index import FUNCTIONS
from flake8_pitfalls.facts.patterns.patterns import ANY, KEY, Path, Patterns, Use, key_of, popped

if TYPE_CHECKING:
    from flake8_pitfalls.facts.names import Binding

STEPS = 800  # of one question; what lies behind them is unknown
LEVELS = 6  # of containers in containers


class Trace:
    """One question: a worklist of expressions, bindings and attributes that hold the text.

    `depth`: how many modules away from the one that asked; `outward`: whether the modules that import this one are asked as well;
    `entered`: the function that another module calls with it, whose results go back there (`returned`).
    """

    def __init__(self, patterns: Patterns, depth: int = 0, outward: bool = True, entered: ast.AST | None = None) -> None:
        self.patterns = patterns
        self.depth = depth
        self.outward = outward
        self.entered = entered
        self.returned: set[Path] = set()
        self.module = patterns.module
        self.index = patterns.index
        self.names = patterns.names
        self.found: set[Use] = set()
        self.exported: set[tuple[str, Path]] = set()
        self._todo: list[tuple[ast.AST, Path]] = []
        self._seen: set[tuple[Any, ...]] = set()

    def run(self) -> frozenset[Use]:
        steps = 0
        while self._todo and steps < STEPS:
            steps += 1
            node, path = self._todo.pop()
            self._step(node, path)
        if not any(use.kind == "pattern" for use in self.found):
            self._ask_importers()
        return frozenset(self.found)

    def use(self, kind: str, verbose: bool | None = False) -> None:
        self.found.add(Use(kind, verbose))

    # What can hold a text

    def expression(self, node: ast.AST, path: Path = ()) -> None:
        """The value of this expression, or an item of it, is the text."""
        if (node, path) not in self._seen and len(path) < LEVELS:
            self._seen.add((node, path))
            self._todo.append((node, path))

    def binding(self, binding: Binding | None, path: Path = ()) -> None:
        """A name is bound to it: every read that this binding reaches."""
        if binding is None or (binding, path) in self._seen:
            return
        self._seen.add((binding, path))
        for node in self.patterns.loads(binding.name):
            if binding in self.names.bindings(node):
                if isinstance(node.ctx, ast.Load):
                    self.expression(node, path)
                else:
                    self.binding(self.patterns.bound(node), path)
        if binding.scope.is_class and isinstance(binding.scope.node, ast.ClassDef):
            self.attribute(binding.scope.node, binding.name, path)
        elif binding.scope.is_module:
            self.exported.add((binding.name, path))

    def attribute(self, owner: ast.ClassDef | None, name: str, path: Path = ()) -> None:
        """An attribute of a class or its instances holds it; without `owner`, of an object whose class is not known."""
        if (owner, name, path) in self._seen:
            return
        self._seen.add((owner, name, path))
        for node in self.patterns.attributes(name):
            if self._is_of(node.value, owner):
                parent = self.index.parents[node]
                if isinstance(node.ctx, ast.Load):
                    self.expression(node, path)
                elif isinstance(parent, ast.AugAssign):
                    self.target(parent.target, path)
        if owner is not None and not path and any((self.names.qualified(base) or "").startswith("enum.") for base in owner.bases):
            self._member(owner)
        if owner is not None and isinstance(self.index.parent(owner), ast.Module):
            self.exported.add((f"{owner.name}.{name}", path))

    def _member(self, owner: ast.ClassDef) -> None:
        """A member of an enum holds it: every `.value` of one that a loop, a call or a subscript of the enum gives."""
        for node in self.patterns.attributes("value"):
            base: ast.expr | None = node.value
            if isinstance(base, ast.Name):
                binding = self.names.only(base)
                base = binding.value if binding is not None and binding.kind in ("for", "comprehension", "assign") else None
            if isinstance(base, ast.Call):
                base = base.func
            elif isinstance(base, ast.Subscript):
                base = base.value
            if isinstance(base, ast.Name) and self.class_of(base) is owner:
                self.expression(node)

    def _is_of(self, base: ast.expr, owner: ast.ClassDef | None) -> bool:
        """Whether an object can be an instance (or subclass) of the class, or the class itself."""
        klass = self.class_of(base)
        if klass is not None and owner is not None:
            return self._related(klass, owner)
        if isinstance(base, ast.Name) and self.names.qualified(base) is not None:
            return False
        return owner is None or klass is None

    def class_of(self, base: ast.expr) -> ast.ClassDef | None:
        """The class of this module that `self`, `cls`, a class's name or an instance stands for."""
        if isinstance(base, ast.Call) and isinstance(base.func, ast.Name):
            base = base.func
        if not isinstance(base, ast.Name):
            return None
        binding = self.names.only(base)
        if binding is None:
            return None
        if isinstance(binding.node, ast.ClassDef):
            return binding.node
        if binding.kind == "parameter":
            function = self.index.parent(self.index.parents[binding.node])
            owner = self.index.parent(function) if function is not None else None
            if isinstance(function, FUNCTIONS) and isinstance(owner, ast.ClassDef):
                arguments = [*function.args.posonlyargs, *function.args.args]
                return owner if arguments and arguments[0] is binding.node else None
        value = binding.value
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and not binding.path:
            made = self.names.only(value.func)
            return made.node if made is not None and isinstance(made.node, ast.ClassDef) else None
        return None

    def _related(self, one: ast.ClassDef, other: ast.ClassDef) -> bool:
        return other in self.ancestry(one) or one in self.ancestry(other)

    def ancestry(self, klass: ast.ClassDef) -> list[ast.ClassDef]:
        """A class and those of this module that it derives from, nearest first."""
        found = [klass]
        for known in found:
            for base in known.bases:
                binding = self.names.only(base)
                if binding is not None and isinstance(binding.node, ast.ClassDef) and binding.node not in found:
                    found.append(binding.node)
        return found

    # One step from an expression to what stands around it

    def _step(self, node: ast.AST, path: Path) -> None:
        parent = self.index.parent(node)
        take = getattr(self, f"_in_{parent.__class__.__name__.lower()}", None)
        if take is not None:
            take(parent, node, path)

    def _in_formattedvalue(self, parent: ast.FormattedValue, node: ast.AST, path: Path) -> None:
        if node is parent.value and not path and parent.conversion in (-1, 115) and parent.format_spec is None:
            self.expression(self.index.parents[parent])

    def _in_binop(self, parent: ast.BinOp, node: ast.AST, path: Path) -> None:
        if isinstance(parent.op, (ast.Add, ast.Mult)) or (isinstance(parent.op, ast.BitOr) and path):
            self.expression(parent, (ANY, *path[1:]) if path and node is parent.right else path)
        elif isinstance(parent.op, ast.Mod) and len(path) <= 1:
            self.expression(parent)

    def _in_ifexp(self, parent: ast.IfExp, node: ast.AST, path: Path) -> None:
        if node is not parent.test:
            self.expression(parent, path)

    def _in_boolop(self, parent: ast.BoolOp, node: ast.AST, path: Path) -> None:
        self.expression(parent, path)

    def _in_await(self, parent: ast.Await, node: ast.AST, path: Path) -> None:
        self.expression(parent, path)

    def _in_namedexpr(self, parent: ast.NamedExpr, node: ast.AST, path: Path) -> None:
        self.expression(parent, path)
        self.target(parent.target, path)

    def _in_tuple(self, parent: ast.Tuple | ast.List, node: ast.AST, path: Path) -> None:
        if isinstance(parent.ctx, ast.Load):
            place = next(n for n, item in enumerate(parent.elts) if item is node)
            starred = any(isinstance(item, ast.Starred) for item in parent.elts[:place])
            self.expression(parent, (ANY if starred else place, *path))

    _in_list = _in_tuple

    def _in_set(self, parent: ast.Set, node: ast.AST, path: Path) -> None:
        self.expression(parent, (ANY, *path))

    def _in_dict(self, parent: ast.Dict, node: ast.AST, path: Path) -> None:
        for key, value in zip(parent.keys, parent.values, strict=True):
            if value is node:
                self.expression(parent, path if key is None else (key_of(key), *path))
                if isinstance(key, ast.Constant) and isinstance(key.value, str) and not path:
                    self._named(key.value)
            elif key is node:
                self.expression(parent, (KEY, *path))

    def _in_starred(self, parent: ast.Starred, node: ast.AST, path: Path) -> None:
        around = self.index.parent(parent)
        if path and isinstance(around, (ast.Tuple, ast.List, ast.Set)):
            self.expression(around, (ANY, *path[1:]))
        elif isinstance(around, ast.Call):
            self._in_call(around, parent, path)

    def _in_subscript(self, parent: ast.Subscript, node: ast.AST, path: Path) -> None:
        if node is not parent.value or not isinstance(parent.ctx, ast.Load):
            return
        if not path or isinstance(parent.slice, ast.Slice):
            self.expression(parent, path)
            return
        rest = popped(path, key_of(parent.slice))
        if rest is not None:
            self.expression(parent, rest)

    def _in_attribute(self, parent: ast.Attribute, node: ast.AST, path: Path) -> None:
        around = self.index.parent(parent)
        if isinstance(around, ast.Call) and around.func is parent:
            from flake8_pitfalls.facts.patterns.methods import method_of

            method_of(self, around, parent.attr, path)
        elif parent.attr == "value" and not path:
            self.expression(parent)  # a member of an enum

    def _in_call(self, parent: ast.Call, node: ast.AST, path: Path) -> None:
        if node is not parent.func:
            from flake8_pitfalls.facts.patterns.calls import argument_of

            place = next((n for n, item in enumerate(parent.args) if item is node), None)
            argument_of(self, parent, place, None, path)

    def _in_keyword(self, parent: ast.keyword, node: ast.AST, path: Path) -> None:
        call = self.index.parent(parent)
        if isinstance(call, ast.Call):
            from flake8_pitfalls.facts.patterns.calls import argument_of

            if parent.arg is not None:
                argument_of(self, call, None, parent.arg, path)
            elif path and isinstance(path[0], tuple) and isinstance(path[0][1], str):
                argument_of(self, call, None, path[0][1], path[1:])

    def _in_assign(self, parent: ast.Assign, node: ast.AST, path: Path) -> None:
        if node is parent.value:
            for target in parent.targets:
                self.target(target, path)

    def _in_annassign(self, parent: ast.AnnAssign, node: ast.AST, path: Path) -> None:
        if node is parent.value:
            self.target(parent.target, path)

    def _in_augassign(self, parent: ast.AugAssign, node: ast.AST, path: Path) -> None:
        if node is parent.value:
            self.target(parent.target, path)

    def _in_for(self, parent: ast.For | ast.AsyncFor | ast.comprehension, node: ast.AST, path: Path) -> None:
        if node is parent.iter and path and not isinstance(path[0], tuple):
            self.target(parent.target, path[1:])

    _in_asyncfor = _in_for
    _in_comprehension = _in_for

    def _in_listcomp(self, parent: ast.ListComp | ast.SetComp | ast.GeneratorExp, node: ast.AST, path: Path) -> None:
        self.expression(parent, (ANY, *path))

    _in_setcomp = _in_listcomp
    _in_generatorexp = _in_listcomp

    def _in_dictcomp(self, parent: ast.DictComp, node: ast.AST, path: Path) -> None:
        self.expression(parent, (KEY if node is parent.key else ANY, *path))

    def _in_return(self, parent: ast.Return, node: ast.AST, path: Path) -> None:
        self._returned(self.index.function(parent), path)

    def _in_yield(self, parent: ast.Yield, node: ast.AST, path: Path) -> None:
        self._returned(self.index.function(parent), (ANY, *path))

    def _in_yieldfrom(self, parent: ast.YieldFrom, node: ast.AST, path: Path) -> None:
        self._returned(self.index.function(parent), path)

    def _in_lambda(self, parent: ast.Lambda, node: ast.AST, path: Path) -> None:
        self._returned(parent, path)

    def _in_arguments(self, parent: ast.arguments, node: ast.AST, path: Path) -> None:
        """A default."""
        plain = [*parent.posonlyargs, *parent.args]
        pairs = [
            *zip(plain[len(plain) - len(parent.defaults) :], parent.defaults, strict=True),
            *zip(parent.kwonlyargs, parent.kw_defaults, strict=True),
        ]
        for parameter, default in pairs:
            if default is node:
                self.binding(self.patterns.bound(parameter), path)

    def _in_assert(self, parent: ast.Assert, node: ast.AST, path: Path) -> None:
        if node is parent.msg:
            self.use("text")

    # Helpers of the steps

    def target(self, target: ast.expr, path: Path) -> None:
        """The text, or a container with it, is assigned."""
        stack: list[tuple[ast.expr, Path]] = [(target, path)]
        while stack:
            node, rest = stack.pop()
            if isinstance(node, ast.Name):
                if not rest:
                    self._named(node.id)
                self.binding(self.patterns.bound(node), rest)
            elif isinstance(node, ast.Attribute):
                if not rest:
                    self._named(node.attr)
                self.attribute(self.class_of(node.value), node.attr, rest)
            elif isinstance(node, ast.Subscript):
                self.container(node.value, (key_of(node.slice), *rest))
            elif isinstance(node, (ast.Tuple, ast.List)) and rest:
                starred = any(isinstance(item, ast.Starred) for item in node.elts)
                for place, item in enumerate(node.elts):
                    inner = popped(rest, ANY if starred else place)
                    if inner is not None and not isinstance(item, ast.Starred):
                        stack.append((item, inner))

    def container(self, base: ast.expr, path: Path) -> None:
        """An item is put into what an expression stands for."""
        if isinstance(base, ast.Name):
            for binding in self.names.bindings(base):
                self.binding(binding, path)
        elif isinstance(base, ast.Attribute):
            self.attribute(self.class_of(base.value), base.attr, path)
        elif isinstance(base, ast.Subscript):
            self.container(base.value, (key_of(base.slice), *path))

    def _returned(self, function: ast.AST, path: Path) -> None:
        """A function gives it: every call of it, every read of it where it is a property."""
        from flake8_pitfalls.facts.patterns.calls import callers, is_property

        if function is self.entered:
            self.returned.add(path)
        name = getattr(function, "name", "")
        owner = self.index.parent(function)
        if is_property(self, function):
            if isinstance(owner, ast.ClassDef):
                self.attribute(owner, name, path)
            return
        for call in callers(self, function):
            self.expression(call, path)
        if isinstance(function, ast.Lambda) and isinstance(owner, ast.keyword) and owner.arg in ("default_factory", "factory"):
            self.expression(self.index.parents[owner], path)
        if name and isinstance(owner, ast.Module):
            self.exported.add((f"{name}()", path))

    def _named(self, name: str) -> None:
        """A name that says pattern is a hint."""
        from flake8_pitfalls.knowledge.regex import says_pattern

        if says_pattern(name):
            self.use("hint", None)

    # Other modules

    def _ask_importers(self) -> None:
        """Whether a module that imports this one uses what this one exports as a pattern."""
        if not self.outward or not self.exported:
            return
        for path in self.patterns.importers():
            other = self.patterns.other(path)
            if other is not None:
                for name, inner in self.exported:
                    self.found |= other.uses_of_import(f"{self.module.dotted}.{name}", inner, self.depth + 1)
                if any(use.kind == "pattern" for use in self.found):
                    return
