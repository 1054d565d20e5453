"""How often a body's text starts something, counted before anything is followed: most bodies do it less than twice.

A count is 0, 1, or 2 for twice or more, and never too small. A `start()` that a loop runs again on the same object counts as two, and a
call counts as much as the functions of this module that it may call.
"""

from __future__ import annotations

import ast
from functools import cached_property
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.facts.index import BODIES
from flake8_pitfalls.facts.threads.targets import WORDS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Binding

MANY = 2
ANY = ""
LATER = WORDS | {"addCleanup", "register", "signal"}
Function = ast.FunctionDef | ast.AsyncFunctionDef
LOOPS = (ast.For, ast.AsyncFor, ast.While)
SAYS_WHAT_IT_IS = frozenset(["def", "class", "import"])


class StartCounts:
    """The counts of one module's functions, and of its own body."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.index = module.index
        self.bodies: dict[ast.AST, int] = {}
        self.names: dict[str, int] = {}  # how often the functions of that name start what their callers may know
        self._others: dict[str, set[str]] = {}
        self._count()

    def twice(self) -> list[ast.AST]:
        """The bodies that may start one object twice: the module, then its functions."""
        enough = 1 if "__init__" in self.names else MANY  # an object that starts itself has been started before the first `start()`
        every = [self.index.tree, *self.index.of(ast.FunctionDef, ast.AsyncFunctionDef)]
        return [body for body in every if self.bodies.get(body, 0) >= enough]

    def _count(self) -> None:
        """Counts until nothing is new: a function that calls one that starts something starts it, too."""
        known = -1
        while known != sum(self.names.values()):
            known = sum(self.names.values())
            outward: dict[Function, int] = {}
            self.bodies = {}
            for call in self._that_may_start():
                body, count = self.index.function(call), self._of_call(call)
                self.bodies[body] = min(MANY, self.bodies.get(body, 0) + count)
                if isinstance(body, (ast.FunctionDef, ast.AsyncFunctionDef)) and not self._is_its_own(call, body):
                    outward[body] = min(MANY, outward.get(body, 0) + count)
            for body, count in outward.items():
                self._name(body.name, count)
            for name, count in list(self.names.items()):
                for other in self._other_names(name):
                    self._name(other, count)

    def _name(self, name: str, count: int) -> None:
        self.names[name] = max(count, self.names.get(name, 0))

    def _that_may_start(self) -> list[ast.Call]:
        words = {"start", *self.names}
        if ANY in self.names:
            words |= self._aliases
        return [call for word in words for call in self._calls.get(word, ())]

    def _of_call(self, call: ast.Call) -> int:
        word = last_word(call.func)
        if word == "start":
            return MANY if self._is_repeated(call) else max(1, self.names.get(word, 0))
        in_loop = any(isinstance(around, LOOPS) for around in self.index.ancestors(call))
        return MANY if in_loop or word not in self.names else self.names[word]

    def _is_its_own(self, call: ast.Call, body: Function) -> bool:
        """Whether a `start()` is of an object that the function makes itself and keeps from its callers."""
        if last_word(call.func) != "start":
            return False
        root = root_of(call.func)
        if isinstance(root, ast.Name):
            bindings = self.module.names.bindings(root)
            if not bindings or any(one.kind != "assign" or one.path or not isinstance(one.value, ast.Call) for one in bindings):
                return False
            return body not in self._giving or all(self._is_only_asked(one) for one in bindings)
        return isinstance(root, ast.Call)

    def _is_only_asked(self, binding: Binding) -> bool:
        """Whether what a name stands for gets no other name: it is read for its attributes alone."""
        return all(isinstance(self.index.parents[read], ast.Attribute) for read in self.module.places.reads(binding))

    @cached_property
    def _giving(self) -> set[ast.AST]:
        """The functions that give back more than a constant."""
        returns = [node for node in self.index.of(ast.Return) if not isinstance(node.value, (ast.Constant, type(None)))]  # type: ignore[attr-defined]
        return {self.index.function(node) for node in returns}

    @cached_property
    def _calls(self) -> dict[str, list[ast.Call]]:
        """The calls by the last word of what they call."""
        found: dict[str, list[ast.Call]] = {}
        for call in self.index.of(ast.Call):
            assert isinstance(call, ast.Call)
            found.setdefault(last_word(call.func), []).append(call)
        return found

    # A function may bear another name where it is called.

    def _other_names(self, name: str) -> set[str]:
        """What a function of that name is assigned to; ANY where it goes elsewhere, so that anything may call it."""
        found = self._others.get(name)
        if found is None:
            found = self._others[name] = set()
            for use in self._reads(name):
                parent = self.index.parents[use]
                if isinstance(parent, (ast.Assign, ast.AnnAssign)):
                    targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
                    found |= {last_word(target) or ANY for target in targets}
                elif not self._is_for_later(use, parent):
                    found.add(ANY)
        return found

    def _reads(self, name: str) -> list[ast.AST]:
        """Where a function of that name is named without being called."""
        places = self.module.places
        names = [use for use in places.named(name) if self._may_be_function(use)]
        return [use for use in (*names, *places.attributes(name)) if getattr(self.index.parents[use], "func", None) is not use]

    def _may_be_function(self, name: ast.Name) -> bool:
        """Whether a name may stand for a function where it is read; of a variable whether it was given what has a name itself."""
        bindings = self.module.names.bindings(name)
        return not bindings or any(one.kind == "def" or isinstance(one.value, (ast.Name, ast.Attribute)) for one in bindings)

    def _is_for_later(self, use: ast.AST, parent: ast.AST) -> bool:
        """Whether it is handed to what calls it later, from outside of this module: `Thread(target=run)`."""
        call = self.index.parents[parent] if isinstance(parent, ast.keyword) else parent
        word = last_word(call.func) if isinstance(call, ast.Call) else ""
        return word in LATER and not self.module.places.definitions(word) and word not in self._classes

    @cached_property
    def _classes(self) -> set[str]:
        return {node.name for node in self.index.of(ast.ClassDef)}  # type: ignore[attr-defined]

    @cached_property
    def _aliases(self) -> set[str]:
        """The words that may stand for any function: names and attributes that are assigned, and what is no name at all."""
        found = {""}
        for scope in self.module.names.scopes():
            for name, bindings in scope.bindings.items():
                if any(one.kind not in SAYS_WHAT_IT_IS or (one.qualified and one.qualified.rpartition(".")[2] != name) for one in bindings):
                    found.add(name)
        return found | {node.attr for node in self.index.of(ast.Attribute) if not isinstance(node.ctx, ast.Load)}  # type: ignore[attr-defined]

    # Loops

    def _is_repeated(self, call: ast.Call) -> bool:
        """Whether a loop may run a `start()` again on the object of its last turn."""
        root = root_of(call.func)
        if isinstance(root, ast.Call):  # `Thread(…).start()`
            return False
        name = root.id if isinstance(root, ast.Name) else ""
        child: ast.AST = call
        is_renewed = False
        for around in self.index.ancestors(call):
            if around.__class__ in BODIES or _is_made_before(child, around, name):
                return False
            if isinstance(around, LOOPS) and child not in around.orelse and child is not getattr(around, "iter", None):
                if is_renewed or isinstance(around, ast.While) or not _binds(around.target, name):
                    return True
                is_renewed = True  # one turn, one item; a loop around this one comes back to the same items
            child = around
        return False


def root_of(node: ast.AST) -> ast.AST:
    """What a chain of attributes and items begins with."""
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node


def _binds(target: ast.expr, name: str) -> bool:
    return any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(target))


def _is_made_before(child: ast.AST, around: ast.AST, name: str) -> bool:
    """Whether a statement above in the same block gives a name what a call makes."""
    for field in ("body", "orelse", "finalbody"):
        block = getattr(around, field, None)
        if isinstance(block, list) and child in block:
            return any(
                isinstance(node, ast.Assign)
                and isinstance(node.value, ast.Call)
                and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
                for node in block[: block.index(child)]
            )
    return False
