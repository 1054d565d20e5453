"""Which names of the module and which attributes other functions change: what is so shared is not known to a function run by itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.frames.domain import ANY_FRAME, Class, Dict, Env, Frame, Instance, List, Ref, Value, World
from flake8_pitfalls.facts.index import FUNCTIONS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

MUTATING = frozenset(
    ("append", "extend", "insert", "pop", "clear", "update", "setdefault", "remove", "add", "isetitem", "__setitem__", "__delitem__")
)
FIRST = frozenset(("__init__", "setUp", "setup_method", "asyncSetUp", "__post_init__"))


class Changes:
    """Names and attributes by the functions that set them or change what they hold."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.names: dict[str, dict[ast.AST, list[str]]] = {}
        self.attributes: dict[str, dict[ast.AST, list[str]]] = {}
        self._collect()

    def _collect(self) -> None:
        for holder, changed in self._changed():
            function = self._function(holder)
            if isinstance(function, ast.Module):
                continue
            if isinstance(holder, ast.Attribute):
                self.attributes.setdefault(holder.attr, {}).setdefault(function, []).append(changed)
            elif self._is_global(holder):
                self.names.setdefault(holder.id, {}).setdefault(function, []).append(changed)

    def _function(self, node: ast.AST) -> ast.AST:
        """The outermost function around a node, or the method: what is run as one."""
        found: ast.AST = self.module.tree
        for around in self.module.index.ancestors(node):
            if isinstance(around, ast.ClassDef):
                break
            if isinstance(around, FUNCTIONS):
                found = around
        return found

    def _is_global(self, node: ast.Name) -> bool:
        names = self.module.names
        return names.deciding(node.id, names.scope(node)) is names.module_scope

    def _changed(self) -> Iterator[tuple[ast.Name | ast.Attribute, str]]:
        """Each name or attribute that is bound anew or changed in place; with what is bound, as a text ("" where in place).

        `x = pd.concat([x, part])` goes on from what `x` was, and leaves open that it was what it was made as.
        """
        index = self.module.index
        for node in index.of(ast.Name, ast.Attribute):
            assert isinstance(node, (ast.Name, ast.Attribute))
            if isinstance(node.ctx, ast.Load):
                continue
            parent = index.parents[node]
            value = parent.value if isinstance(parent, (ast.Assign, ast.AnnAssign)) else None
            if isinstance(node, ast.Name) and not self._is_declared(node):
                continue
            if value is None or not _reads(value, node):
                yield node, ast.dump(value) if value is not None else ""
        for node in index.of(ast.Subscript):
            assert isinstance(node, ast.Subscript)
            if not isinstance(node.ctx, ast.Load):
                yield from self._base(node.value)
        for node in index.of(ast.Call):
            assert isinstance(node, ast.Call)
            if isinstance(node.func, ast.Attribute) and (
                node.func.attr in MUTATING or any(keyword.arg == "inplace" for keyword in node.keywords)
            ):
                yield from self._base(node.func.value)

    def _is_declared(self, node: ast.Name) -> bool:
        return self.module.names.scope(node).outer.get(node.id) is ast.Global

    @staticmethod
    def _base(node: ast.expr) -> Iterator[tuple[ast.Name | ast.Attribute, str]]:
        """The names and attributes in whose objects something is set: `x` of `x[…]`, of `x.loc[…]` and of `x["column"][…]`."""
        while isinstance(node, (ast.Attribute, ast.Subscript)):
            if isinstance(node, ast.Attribute):
                yield node, ""
            node = node.value
        if isinstance(node, ast.Name):
            yield node, ""

    def reaching_concat(self) -> set[ast.AST]:
        """The functions that mention `concat`, or, by name, one that does: others have nothing to tell when run by themselves."""
        index = self.module.index
        mentions: dict[str, set[ast.AST]] = {}
        for node in index.of(ast.Name, ast.Attribute):
            name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
            mentions.setdefault(name, set()).add(node)
        aliases = {alias.asname or alias.name for alias in index.of(ast.alias) if isinstance(alias, ast.alias) and alias.name == "concat"}
        found: set[ast.AST] = set()
        waiting, seen = ["concat", *aliases], set()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            for node in mentions.get(name, ()):
                for around in index.ancestors(node):
                    if isinstance(around, FUNCTIONS) and around not in found:
                        found.add(around)
                        waiting.append(getattr(around, "name", ""))
                    elif isinstance(around, ast.ClassDef):
                        waiting.append(around.name)
        return found

    def concatenating(self) -> set[str]:
        """The names of functions that concatenate what they are given as an argument."""
        index = self.module.index
        found = set()
        for call in index.of(ast.Call):
            assert isinstance(call, ast.Call)
            name = call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""
            if name != "concat":
                continue
            around = next((one for one in index.ancestors(call) if isinstance(one, FUNCTIONS)), None)
            if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef)):
                spec = around.args
                given = {one.arg for one in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs, spec.vararg) if one is not None} - {
                    "self",
                    "cls",
                }
                used = {part.id for part in ast.walk(call) if isinstance(part, ast.Name)}
                holder = next((one for one in index.ancestors(around) if isinstance(one, ast.ClassDef)), None)
                if given and (given & used or holder is not None or self._passes_on(around, given)):
                    found.add(around.name if holder is None or not around.name.startswith("__") else holder.name)
        return found

    @staticmethod
    def _passes_on(function: ast.FunctionDef | ast.AsyncFunctionDef, given: set[str]) -> bool:
        """Whether a function binds what it is given to names of its own."""
        values = (part.value for part in ast.walk(function) if isinstance(part, ast.Assign))
        return any(isinstance(name, ast.Name) and name.id in given for value in values for name in ast.walk(value))

    def forget_globals(self, function: ast.AST, world: World) -> None:
        """Names of the module that other functions change are not known to this one."""
        env = world.heap[0]
        assert isinstance(env, Env)
        own = self._function(function) if not isinstance(self._function(function), ast.Module) else function
        for name, by in self.names.items():
            if name in env.names and any(other is not own for other in by):
                _forget(env.names[name], world)
                if any(text for other, texts in by.items() if other is not own for text in texts):
                    world.bind(name, None, Ref(0))

    def forget_attributes(self, function: ast.AST, instance: Ref, of: Ref, world: World) -> None:
        """Attributes that other methods set to something else are not known to this one."""
        for ref in (instance, of):
            thing = world.thing(ref)
            if not isinstance(thing, (Instance, Class)):
                continue
            for name in list(thing.attributes):
                by = self.attributes.get(name, {})
                first = {text for other, texts in by.items() if getattr(other, "name", "") in FIRST for text in texts}
                others = [
                    text
                    for other, texts in by.items()
                    if other is not function and getattr(other, "name", "") not in FIRST
                    for text in texts
                ]
                if not others or (
                    isinstance(thing, Class) and ref is of and not isinstance(world.thing(thing.attributes[name]), (Frame, List, Dict))
                ):
                    continue
                if all(text and text in first for text in others):
                    continue
                current = world.thing(ref)
                assert isinstance(current, (Instance, Class))
                _forget(current.attributes[name], world)
                if any(others):
                    world.put(ref, current._replace(attributes={**current.attributes, name: None}))


def _reads(value: ast.expr, target: ast.Name | ast.Attribute) -> bool:
    """Whether what is bound to a name is made of what it was."""
    for part in ast.walk(value):
        if isinstance(target, ast.Name) and isinstance(part, ast.Name) and part.id == target.id:
            return True
        if isinstance(target, ast.Attribute) and isinstance(part, ast.Attribute) and part.attr == target.attr:
            return True
    return False


def _forget(value: Value, world: World) -> None:
    thing = world.thing(value)
    if not isinstance(value, Ref):
        return
    if isinstance(thing, Frame):
        world.put(value, ANY_FRAME._replace(line=thing.line))
    elif isinstance(thing, List):
        world.put(value, thing._replace(strange=True, exact=False))
    elif isinstance(thing, Dict):
        world.put(value, thing._replace(strange=True))
