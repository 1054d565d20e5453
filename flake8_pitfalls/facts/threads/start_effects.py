"""What the helpers of a module do to the threads that they are given: one starts its parameter, a method starts `self.worker`."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.values import Cls, Func, Inst

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

DEPTH = 4
Function = ast.FunctionDef | ast.AsyncFunctionDef


def path_of(node: ast.AST | None) -> str | None:
    """`worker`, `self.worker`, `workers[0]`: how an expression that only names something is written; None for any other."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        base = path_of(node.value)
        return f"{base}.{node.attr}" if base is not None else None
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        base = path_of(node.value)
        return f"{base}[{node.slice.value!r}]" if base is not None else None
    return None


class Effects:
    """Effects of one module's functions, each worked out once."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self._parameters: dict[tuple[ast.AST, str], tuple[str, bool]] = {}
        self._attributes: dict[ast.AST, set[str]] = {}
        self._gives: dict[ast.AST, bool] = {}
        self._depth = 0

    def of_making(self, value: Inst) -> str:
        """The status of a fresh instance: its class's `__init__` may start it."""
        from flake8_pitfalls.facts.threads.starts import NEW, UNSURE

        if not isinstance(value.of, Cls):
            return NEW
        classes = self.module.project.classes
        found, owner = classes.lookup(classes.order(value.of), "__init__")
        if not isinstance(owner, Cls):
            return NEW if owner is not None else UNSURE
        node = self.module.values.node_of(next(iter(found))) if len(found) == 1 and isinstance(next(iter(found)), Func) else None
        if not isinstance(node, ast.FunctionDef) or not node.args.args:
            return UNSURE
        return self._on_parameter(node, node.args.args[0].arg)[0]  # of its own object

    def of_call(self, call: ast.Call) -> list[tuple[str, str, bool]]:
        """What a call does to the threads that it is given or that its object has: (path, status, whether it is a list of them)."""
        function = self._function(call)
        if function is None:
            return []
        node, value = function
        found = [(path, *self._on_parameter(node, name)) for name, path in self._given(call, node, value)]
        effects = [item for item in found if item[1] != "new"]
        receiver = path_of(call.func.value) if isinstance(call.func, ast.Attribute) else None
        if receiver is not None and isinstance(value.receiver, Inst):
            effects += [(f"{receiver}.{name}", "started", False) for name in sorted(self._on_self(node))]
        return effects

    def gives_started(self, call: ast.Call) -> bool:
        """Whether a call runs a function of this module that gives back a new thread which it has started, on every way."""
        from flake8_pitfalls.facts.threads.starts import Starts, State

        function = self._function(call)
        if function is None or not isinstance(function[0], ast.FunctionDef) or function[0].decorator_list:
            return False
        node = function[0]
        if node not in self._gives:
            self._gives[node] = False
            if self._depth < DEPTH and any(isinstance(part, ast.Attribute) and part.attr == "start" for part in ast.walk(node)):
                self._depth += 1
                flow = Starts(self.module, self)
                flow.run(node.body, State({}, {}, {}))
                self._depth -= 1
                self._gives[node] = bool(flow.returned) and all(flow.returned)
        return self._gives[node]

    def is_known(self, call: ast.Call) -> bool:
        """Whether a call runs a function whose body is seen, or one of the library that starts nothing."""
        from flake8_pitfalls.facts.threads.threads import callees
        from flake8_pitfalls.knowledge.threads import LOOKERS

        if self._function(call) is not None:
            return True
        names = callees(call, self.module)
        return bool(names) and all(name in LOOKERS for name in names or ())

    def _function(self, call: ast.Call) -> tuple[Function, Func] | None:
        value: Any = self.module.values.one(call.func)
        node = self.module.values.node_of(value) if isinstance(value, Func) else None
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and isinstance(value, Func):
            return node, value
        return None

    def _given(self, call: ast.Call, node: Function, value: Func) -> list[tuple[str, str]]:
        """The parameters that get a name or attribute of the caller."""
        plain = [*node.args.posonlyargs, *node.args.args]
        facts = self.module.project.function(value)
        shift = 1 if value.receiver is not None and facts is not None and facts["method"] in ("self", "class") else 0
        found: list[tuple[str, str]] = []
        for place, given in enumerate(call.args):
            if isinstance(given, ast.Starred):
                break
            path = path_of(given)
            if path is not None and place + shift < len(plain):
                found.append((plain[place + shift].arg, path))
        for keyword in call.keywords:
            path = path_of(keyword.value)
            if path is not None and keyword.arg is not None:
                found.append((keyword.arg, path))
        return found

    def _on_parameter(self, node: Function, name: str) -> tuple[str, bool]:
        """What a function leaves of a new thread, or of a list of them, in one of its parameters: its status, and whether it is a list."""
        from flake8_pitfalls.facts.threads.starts import NEW, STARTED, UNSURE, Starts, State

        key = (node, name)
        if key in self._parameters:
            return self._parameters[key]
        self._parameters[key] = (UNSURE, False)
        if self._depth >= DEPTH or not _names_start(node, self.module):
            self._parameters[key] = (NEW if not _names_start(node, self.module) else UNSURE, False)
            return self._parameters[key]
        self._depth += 1
        status, is_list = NEW, False
        for as_list in (False, True):
            flow = Starts(self.module, self)
            one, holder = ("given", name), ("given list", name)
            paths = {name: frozenset((holder if as_list else one,))}
            end = flow.run(node.body, State(paths, {one: NEW}, {holder: frozenset((one,))} if as_list else {}))
            left = end.status.get(one, UNSURE) if end is not None else UNSURE
            if left != NEW:
                status, is_list = left, as_list
        self._depth -= 1
        self._parameters[key] = (status if status in (NEW, STARTED) else UNSURE, is_list)
        return self._parameters[key]

    def _on_self(self, node: Function) -> set[str]:
        """The attributes of its object that a method surely starts, of those that only `__init__` sets."""
        from flake8_pitfalls.facts.threads.starts import STARTED, Starts, State

        if node in self._attributes:
            return self._attributes[node]
        self._attributes[node] = set()
        plain = [*node.args.posonlyargs, *node.args.args]
        if not plain or self._depth >= DEPTH or not _names_start(node, self.module):
            return set()
        self._depth += 1
        end = Starts(self.module, self).run(node.body, State({}, {}, {}))
        self._depth -= 1
        own = f"{plain[0].arg}."
        started = {
            path[len(own) :]
            for path in (end.paths if end is not None else ())
            if path.startswith(own) and "." not in path[len(own) :] and "[" not in path
            if end is not None and end.status.get(("before", path)) == STARTED and not self.may_be_rebound(path)
        }
        self._attributes[node] = started
        return started

    def may_be_rebound(self, path: str) -> bool:
        """Whether a call of something may give a path another object: an attribute that is set outside `__init__`, or a global name."""
        head, _, attribute = path.rpartition(".")
        if path.startswith("<"):
            return False
        if not head:
            name = path.partition("[")[0]
            top = self.module.names.module_scope
            return any(name in scope.elsewhere for scope in self.module.names.scopes()) or ("[" in path and name in top.bindings)
        for node in self.module.places.set_attributes(attribute.partition("[")[0]):
            function = self.module.index.function(node)
            if getattr(function, "name", "") != "__init__":
                return True
        return "[" in path


def _names_start(node: ast.AST, module: Module) -> bool:
    """Whether the word stands in a function at all, or it calls helpers that may."""
    return any(isinstance(part, ast.Call) for part in ast.walk(node))
