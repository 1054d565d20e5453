"""Where the names, attributes and functions of a module are used: the lists that whoever follows a value asks for, made once."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from flake8_pitfalls.text.pattern import places

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Binding

ON_ITS_LINE = re.compile(r"[ \t]*(?:from|import)\b[^#\n]*")
IN_BRACKETS = re.compile(r"\bimport\s*\(")


class Places:
    """The uses of one module's names."""

    def __init__(self, module: Module) -> None:
        self.path, self.project = module.path, module.project
        self.index = module.index
        self.names = module.names
        self.dotted = module.dotted
        self._reads: dict[Binding, list[ast.Name]] = {}
        self._calls: dict[ast.AST, list[ast.AST] | None] = {}

    @cached_property
    def bindings(self) -> dict[ast.AST, Binding]:
        """The binding that a node makes; of a star import none."""
        found: dict[ast.AST, Binding] = {}
        for scope in self.names.scopes():
            for group in (*scope.bindings.values(), *scope.elsewhere.values()):
                for binding in group:
                    found[binding.node] = binding
        return found

    @cached_property
    def _by_name(self) -> dict[str, list[ast.Name]]:
        found: dict[str, list[ast.Name]] = {}
        for node in self.index.of(ast.Name):
            assert isinstance(node, ast.Name)
            if isinstance(node.ctx, ast.Load) or isinstance(self.index.parents[node], ast.AugAssign):
                found.setdefault(node.id, []).append(node)
        return found

    @cached_property
    def _by_attribute(self) -> dict[str, list[ast.Attribute]]:
        found: dict[str, list[ast.Attribute]] = {}
        for node in self.index.of(ast.Attribute):
            assert isinstance(node, ast.Attribute)
            found.setdefault(node.attr, []).append(node)
        return found

    def reads(self, binding: Binding) -> list[ast.Name]:
        """The names that can stand for what a binding binds, where they are read (or changed by `+=`)."""
        found = self._reads.get(binding)
        if found is None:
            found = self._reads[binding] = [node for node in self._by_name.get(binding.name, ()) if self._can_be(node, binding)]
        return found

    def _can_be(self, node: ast.Name, binding: Binding) -> bool:
        known = self.names.bindings(node)
        if known:
            return binding in known
        return self.names.deciding(node.id, self.names.scope(node)) is binding.scope

    def named(self, name: str) -> list[ast.Name]:
        """Where a name is read, whatever it stands for there."""
        return self._by_name.get(name, [])

    def attributes(self, name: str) -> list[ast.Attribute]:
        """Where an attribute of that name is read, of anything."""
        return [node for node in self._by_attribute.get(name, ()) if isinstance(node.ctx, ast.Load)]

    def set_attributes(self, name: str) -> list[ast.Attribute]:
        """Where an attribute of that name is set or deleted, of anything."""
        return [node for node in self._by_attribute.get(name, ()) if not isinstance(node.ctx, ast.Load)]

    @cached_property
    def _definitions(self) -> dict[str, list[ast.AST]]:
        found: dict[str, list[ast.AST]] = {}
        for node in self.index.of(ast.FunctionDef, ast.AsyncFunctionDef):
            found.setdefault(node.name, []).append(node)  # type: ignore[attr-defined]
        return found

    def definitions(self, name: str) -> list[ast.AST]:
        """The functions of that name, wherever they are written."""
        return self._definitions.get(name, [])

    def stores(self, name: str) -> list[ast.expr | None]:
        """What attributes of that name are set to, in methods and in class bodies; None for what is not plain."""
        found: list[ast.expr | None] = []
        for node in self._by_attribute.get(name, ()):
            if isinstance(node.ctx, ast.Store):
                parent = self.index.parents[node]
                found.append(parent.value if isinstance(parent, (ast.Assign, ast.AnnAssign)) else None)
        for scope in self.names.scopes():
            if scope.is_class:
                found += [binding.value for binding in scope.bindings.get(name, ()) if binding.kind == "assign"]
        return found

    def calls(self, function: ast.AST) -> list[ast.AST] | None:
        """What stands for a function's results: its calls (of an `async def`, their `await`); None where it is used in another way, or
        may be called where nobody sees it."""
        if function not in self._calls:
            self._calls[function] = self._calls_of(function)
        return self._calls[function]

    def _calls_of(self, function: ast.AST) -> list[ast.AST] | None:
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or function.decorator_list:
            return None
        name = function.name
        owner = self.index.parents[function]
        is_method = isinstance(owner, ast.ClassDef)
        if name.startswith("__") and name.endswith("__"):
            return None
        if (is_method or isinstance(owner, ast.Module)) and self.is_seen_outside(name):
            return None
        uses = self.attributes(name) if is_method else self.reads(self.bindings[function])
        found: list[ast.AST] = []
        for use in uses:
            call = self.index.parents[use]
            if not isinstance(call, ast.Call) or call.func is not use:
                return None
            awaited = self.index.parents[call]
            if isinstance(function, ast.AsyncFunctionDef) and not isinstance(awaited, ast.Await):
                return None
            found.append(awaited if isinstance(function, ast.AsyncFunctionDef) else call)
        return found

    def given(self, arg: ast.AST) -> list[ast.expr] | None:
        """What all calls of a function hand over for one of its plain parameters; None where that is not known."""
        arguments = self.index.parents[arg]
        function = self.index.parents[arguments]
        calls = self.calls(function)
        if not calls or not isinstance(arguments, ast.arguments):
            return None
        plain = [*arguments.posonlyargs, *arguments.args]
        place = plain.index(arg) if arg in plain else None
        shift = 1 if isinstance(self.index.parents[function], ast.ClassDef) else 0
        found: list[ast.expr] = []
        for use in calls:
            call = use.value if isinstance(use, ast.Await) else use
            assert isinstance(call, ast.Call) and isinstance(arg, ast.arg)
            value = next((keyword.value for keyword in call.keywords if keyword.arg == arg.arg), None)
            if value is None and place is not None and 0 <= place - shift < len(call.args):
                value = call.args[place - shift]
            if value is None or any(isinstance(one, ast.Starred) for one in call.args):
                return None
            found.append(value)
        return found

    def supers(self, function: ast.AST) -> list[ast.Attribute]:
        """The attributes of `super()` that a method uses."""
        return [
            node
            for node in self.index.of(ast.Attribute)
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Call)
            and isinstance(node.value.func, ast.Name)
            and node.value.func.id == "super"
            and function in self.index.ancestors(node)
        ]

    def is_used(self, cls: ast.ClassDef) -> bool:
        """Whether the name of a class stands anywhere outside of its own text, here or in a file that imports this one."""
        if self.attributes(cls.name) or self.is_seen_outside(cls.name):
            return True
        return any(cls not in self.index.ancestors(read) for read in self._by_name.get(cls.name, ()))

    @cached_property
    def asked_by_text(self) -> list[tuple[ast.expr | None, str | None]]:
        """Each attribute that is asked for by text: of what (None: of whatever), and the text (None where it is not written out)."""
        found: list[tuple[ast.expr | None, str | None]] = []
        for word in ("getattr", "attrgetter", "methodcaller"):
            for use in (*self._by_name.get(word, ()), *self.attributes(word)):
                call = self.index.parents[use]
                if not isinstance(call, ast.Call) or call.func is not use:
                    found.append((None, None))
                    continue
                owner = call.args[0] if word == "getattr" and call.args else None
                texts = call.args[1:2] if word == "getattr" else call.args
                found += [(owner, one.value if isinstance(one, ast.Constant) and isinstance(one.value, str) else None) for one in texts]
        return found

    # Other modules

    @cached_property
    def _importers(self) -> list[str]:
        """The texts of the project's files that import this module."""
        if not self.path:
            return []
        name = self.dotted.rpartition(".")[2]
        texts = (self.project.files.text(path) for path in self.project.importers())
        return [text for text in texts if text is not None and is_imported(name, text)]

    @property
    def has_importers(self) -> bool:
        """Whether another file of the project imports this module."""
        return bool(self._importers)

    def is_seen_outside(self, name: str) -> bool:
        """Whether another file of the project imports this module and knows that word."""
        return know(self._importers, name)


def is_imported(name: str, text: str) -> bool:
    """Whether a name stands in an import: behind `from` or `import` on its line, or in the brackets of one."""
    last = 0  # what stands before the place that was looked at last need not be looked at again
    for place in word_in(text, name):
        line, bracket = text.rfind("\n", last, place), text.rfind(")", last, place)
        if (line >= 0 or not last) and ON_ITS_LINE.fullmatch(text, line + 1, place):
            return True
        if IN_BRACKETS.search(text, max(bracket + 1, last), place):
            return True
        last = place + len(name)
    return False


def know(texts: Iterable[str], word: str) -> bool:
    """Whether a word stands in one of some texts."""
    return any(True for text in texts for _ in word_in(text, word))


def word_in(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text: offsets. A pattern that begins with `\\b` alone is tried at each character."""
    whole = re.compile(rf"\b{re.escape(word)}\b")
    return (place for place in places(word, text) if whole.match(text, place))
