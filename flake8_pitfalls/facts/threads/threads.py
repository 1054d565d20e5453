"""Which expressions stand for threads, processes, pools and locks, by the values that they can have."""

from __future__ import annotations

import ast
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.facts.threads.journeys import Journey, Traveller
from flake8_pitfalls.facts.threads.worker_classes import may_be_worker
from flake8_pitfalls.facts.values import Cls, Const, Func, Inst, Partial, Thing, Wrapped
from flake8_pitfalls.knowledge.threads import PLAIN_BASES, TARGETS, WORKERS, canonical

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Binding

TAKER_WORDS = frozenset(name.rpartition(".")[2] for name in TARGETS)
OWN_WORDS = frozenset(name.rpartition(".")[2] for name in WORKERS)


class Threads:
    """The calls of one module that make a Thread or Process, and the journeys of what they make."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self._journeys: dict[ast.AST, Journey] = {}
        self._judged: dict[str, bool] = {}

    @cached_property
    def made(self) -> dict[ast.Call, Inst]:
        """The calls that make a worker, each with what it makes: an instance of the library's class, or of one that derives from it."""
        found: dict[ast.Call, Inst] = {}
        may_be = self._class_names
        for node in self.module.index.of(ast.Call):
            function = node.func  # type: ignore[attr-defined]
            if isinstance(function, ast.Name):
                if function.id not in may_be:
                    continue
            elif not isinstance(function, ast.Attribute) or not (function.attr in OWN_WORDS or function.attr[:1].isupper()):
                continue
            assert isinstance(node, ast.Call)
            if self._can_be_class(function) and isinstance(self.module.values.one(function), (Thing, Cls)):
                made = self.module.values.one(node)
                if isinstance(made, Inst) and made_of(made, self.module) in WORKERS:
                    found[node] = made
        return found

    @cached_property
    def _class_names(self) -> set[str]:
        """The names that some import, class or alias of this file may give to a class of workers."""
        index = self.module.index
        found: set[str] = set()
        for node in index.of(ast.ImportFrom):
            for alias in node.names:  # type: ignore[attr-defined]
                if alias.name == "*":
                    found |= OWN_WORDS
                elif alias.name[:1].isupper() and (node.module not in sys.stdlib_module_names or alias.name in OWN_WORDS):  # type: ignore[attr-defined]
                    found.add(alias.asname or alias.name)
        known = -1
        while known < len(found):  # a class of a class, an alias of an alias
            known = len(found)
            for node in index.of(ast.ClassDef):
                if any(last_word(base) in found or last_word(base) in OWN_WORDS for base in node.bases):  # type: ignore[attr-defined]
                    found.add(node.name)  # type: ignore[attr-defined]
            for node in index.of(ast.Assign):
                word = last_word(node.value)  # type: ignore[attr-defined]
                if word in OWN_WORDS or word in found:
                    found |= {target.id for target in node.targets if isinstance(target, ast.Name)}  # type: ignore[attr-defined]
        return found

    @cached_property
    def taker_names(self) -> set[str]:
        """The names under which this file imports what takes a task: `Thread`, `Timer as Later`, `to_thread`."""
        found = {node.name for node in self.module.index.of(ast.ClassDef) if node.bases}  # type: ignore[attr-defined]
        for node in self.module.index.of(ast.ImportFrom):
            for alias in node.names:  # type: ignore[attr-defined]
                if alias.name == "*":
                    found |= TAKER_WORDS
                elif alias.name in TAKER_WORDS:
                    found.add(alias.asname or alias.name)
        return found

    def _can_be_class(self, node: ast.expr) -> bool:
        """A cheap answer to whether a callee may be a class of workers: by how it is written and bound."""
        if isinstance(node, ast.Attribute):
            if node.attr in OWN_WORDS:
                return True
            root: ast.expr = node
            while isinstance(root, ast.Attribute):
                root = root.value
            if not isinstance(root, ast.Name) or root.id in sys.stdlib_module_names:
                return False
            qualified = self.module.names.qualified(node)
            return qualified is not None and self._may_be_worker(qualified)
        return isinstance(node, ast.Name) and any(self._can_bind_class(binding) for binding in self.module.names.bindings(node))

    def _can_bind_class(self, binding: Binding) -> bool:
        if binding.kind == "class":
            return bool(binding.node.bases)  # type: ignore[attr-defined]
        if binding.kind == "import":
            return self._may_be_worker(binding.qualified)
        return binding.kind == "assign" and isinstance(binding.value, (ast.Name, ast.Attribute))

    def _may_be_worker(self, qualified: str) -> bool:
        if qualified not in self._judged:
            self._judged[qualified] = qualified.rpartition(".")[2][:1].isupper() and may_be_worker(
                self.module.values.view.terms.absolute(qualified), self.module.project
            )
        return self._judged[qualified]

    @cached_property
    def chosen_method(self) -> str:
        """The method that the module says all processes start by, "" where it says none or several."""
        if "set_start_method" not in self.module.source.words:
            return ""
        found = set()
        for node in self.module.index.of(ast.Call):
            assert isinstance(node, ast.Call)
            if self.module.names.qualified(node.func) == "multiprocessing.set_start_method":
                value = self.module.values.one(node.args[0]) if node.args else None
                found.add(value.value if isinstance(value, Const) else None)
        return str(found.pop()) if len(found) == 1 else ""

    def journey(self, node: ast.AST) -> Journey:
        """Where the value of an expression goes."""
        if node not in self._journeys:
            self._journeys[node] = Traveller(self.module).follow(node)
        return self._journeys[node]


def name_of(value: Any) -> str:
    """The one dotted name of a thing outside this project; "" for anything else."""
    return canonical(value.name) if isinstance(value, Thing) else ""


def made_of(value: Any, module: Module) -> str:
    """The one dotted name of the library's class that a value is an instance of, itself or by a class of this project; else ""."""
    if not isinstance(value, Inst):
        return ""
    if isinstance(value.of, Thing):
        return name_of(value.of)
    if isinstance(value.of, Cls):
        return next((name_of(base) for base in module.project.classes.order(value.of) if name_of(base) in WORKERS), "")
    return ""


def is_made_of(node: ast.AST, names: frozenset[str], module: Module) -> bool:
    """Whether an expression is certain to be an instance of one of these."""
    return module.values.certain(node, lambda value: made_of(value, module) in names)


def callees(call: ast.Call, module: Module) -> set[str] | None:
    """The one names of all things outside this project that a call may call; None where it may call anything else."""
    found = module.values.of(call.func)
    names = {name_of(value) for value in found}
    return names if names and "" not in names else None


def called(call: ast.Call, module: Module) -> str:
    """The one name of the only thing outside this project that a call can call, else ""."""
    names = callees(call, module)
    return names.pop() if names is not None and len(names) == 1 else ""


def is_plain_worker(value: Any, module: Module) -> bool:
    """Whether a value is a Thread or Process (or of a class of this project) that nothing but a call of `start` starts.

    A subclass with a base that is not seen here, or under a decorator or metaclass, may start itself.
    """
    if not isinstance(value, Inst):
        return False
    if isinstance(value.of, Thing):
        return name_of(value.of) in WORKERS
    if not isinstance(value.of, Cls):
        return False
    order = module.project.classes.order(value.of)
    if any(isinstance(base, Cls) and _is_wrapped(base, module) for base in order):
        return False
    known = all(isinstance(base, Cls) or name_of(base) in PLAIN_BASES for base in order)
    return known and any(name_of(base) in WORKERS for base in order)


def _is_wrapped(cls: Cls, module: Module) -> bool:
    """Whether a class of this module has a decorator, a metaclass or a `__new__`, which may do anything with its instances."""
    node = module.values.view.local.class_nodes.get(cls.qualname) if cls.module == module.values.view.module else None
    if node is None:
        return False
    return bool(node.decorator_list or node.keywords) or any(
        isinstance(part, ast.FunctionDef) and part.name == "__new__" for part in node.body
    )


def own_method(value: Any, name: str, module: Module) -> bool:
    """Whether an instance's method of that name is the library's own, not one that a class of this project puts in its place."""
    if not isinstance(value, Inst) or not isinstance(value.of, Cls):
        return isinstance(value, Inst)
    found, owner = module.project.classes.lookup(module.project.classes.order(value.of), name)
    return isinstance(owner, Thing) and bool(found)


def is_function(value: Any) -> bool:
    """Whether a value is surely a function, method or partial: something that can be called, and no object that merely might be."""
    return isinstance(value, (Func, Partial)) or (isinstance(value, Wrapped) and value.kind == "staticmethod")


def is_no_group(value: Any) -> bool:
    """Whether a value is surely not None: a function, a class, or something callable of the standard library."""
    if isinstance(value, Thing):
        return value.name.partition(".")[0] in sys.stdlib_module_names
    return is_function(value) or isinstance(value, Cls)


def argument(call: ast.Call, place: int | None, *names: str) -> ast.expr | None:
    """What a call hands over at a place (from 0) or under one of these names; None where it does not, or where `*` hides it."""
    for keyword in call.keywords:
        if keyword.arg in names:
            return keyword.value
    if place is None or place >= len(call.args) or any(isinstance(item, ast.Starred) for item in call.args[: place + 1]):
        return None
    return call.args[place]


def start_method(value: Any, module: Module) -> str:
    """How a process of this class or pool is started, where the text says so: "spawn", "fork", "forkserver", else ""."""
    thing = value.of if isinstance(value, Inst) else value
    while isinstance(thing, Thing):
        for word, method in (("SpawnProcess", "spawn"), ("SpawnContext", "spawn"), ("ForkServer", "forkserver"), ("Fork", "fork")):
            if word in thing.name:
                return method
        receiver = thing.receiver
        if isinstance(receiver, Inst) and isinstance(receiver.of, Thing) and receiver.of.name == "multiprocessing.get_context":
            given = module.project.evaluator.argument(receiver.site, 0, "method") or frozenset()
            one = next(iter(given)) if len(given) == 1 else None
            return str(one.value) if isinstance(one, Const) and one.value in ("spawn", "fork", "forkserver") else ""
        thing = receiver.of if isinstance(receiver, Inst) else None
    return ""


def takes_what_the_library_takes(value: Any, module: Module) -> bool:
    """Whether an instance was made by the library's own `__init__`, so that its parameters are known."""
    return (
        own_method(value, "__init__", module) and own_method(value, "__new__", module) if _is_own_class(value) else isinstance(value, Inst)
    )


def _is_own_class(value: Any) -> bool:
    return isinstance(value, Inst) and isinstance(value.of, Cls)


def is_in_run(node: ast.AST, module: Module) -> bool:
    """Whether another class's `run` calls it: that one works here already, and hands a part of its work on."""
    function = module.index.function(node)
    return isinstance(function, ast.FunctionDef) and function.name == "run" and isinstance(module.index.parents[function], ast.ClassDef)
