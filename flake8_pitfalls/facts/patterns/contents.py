"""Texts whose content nobody knows before the program runs: input, arguments, file names; not those that are parts of patterns."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.patterns.calls import passed
from flake8_pitfalls.facts.patterns.counting import default_of
from flake8_pitfalls.facts.values import Const, type_name
from flake8_pitfalls.knowledge.regex import is_part_name

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Binding

DEPTH = 12
# What gives a text from outside the program (library reference: built-in functions, os, sys, getpass, pathlib).
SOURCES = frozenset(
    {
        "builtins.input",
        "getpass.getpass",
        "getpass.getuser",
        "os.getenv",
        "os.environ.get",
        "os.getcwd",
        "os.getlogin",
        "socket.gethostname",
        "platform.node",
    }
)
TAKERS = frozenset(
    {"os.path.basename", "os.path.dirname", "os.path.abspath", "os.path.realpath", "os.path.normpath", "builtins.str", "os.fspath"}
)
STORES = frozenset({"os.environ", "sys.argv"})
KEEPERS = frozenset(
    {"strip", "lstrip", "rstrip", "lower", "upper", "casefold", "title", "capitalize", "removeprefix", "removesuffix", "expandtabs"}
)
LISTINGS = frozenset({"iterdir", "glob", "rglob"})
PATH_PARTS = frozenset({"name", "stem", "suffix", "parent"})
SPECIAL = re.compile(r"[.^$*+?{}\[\]\\|()]")
# A text that is meant as it stands, though a sign of it would mean something in a pattern: `a.csv`, `1.2`, `c++`, `$5`, `report (2).csv`.
LITERAL = re.compile(
    r"(?:[\w@:/#,;!=~&%<> -]|\.(?=\w)|(?<=\w)\+\+(?!\w)|(?<=\d)\+(?=\d)|\$(?=\w)|(?<=\w)\(\)|(?<= )\([\w ]*\)(?![*+?{|]))+", re.ASCII
)


class Contents:
    """Answers for one module."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.names = module.names
        self.index = module.index

    def is_unknown_text(self, node: ast.AST, depth: int = 0) -> bool:
        """Whether an expression is a text that comes from outside, or from whoever calls, and was not made as a part of a pattern."""
        if depth > DEPTH:
            return False
        if isinstance(node, ast.Name):
            bindings = self.names.bindings(node)
            return bool(bindings) and all(self._bound(binding, depth + 1) for binding in bindings)
        if isinstance(node, ast.Call):
            return self._called(node, depth + 1)
        if isinstance(node, ast.Subscript):
            if self.names.qualified(node.value) in STORES:
                return not isinstance(node.slice, ast.Slice)
            return isinstance(node.value, ast.Call) and self._parts(node.value, depth + 1)
        if isinstance(node, ast.Attribute):
            return self._attribute(node, depth + 1)
        if isinstance(node, (ast.NamedExpr, ast.Await)):
            return self.is_unknown_text(node.value, depth + 1)
        if isinstance(node, ast.BoolOp):
            return any(self.is_unknown_text(item, depth + 1) for item in node.values) and not any(
                self._may_be_part(item) for item in node.values
            )
        if isinstance(node, ast.IfExp):
            both = (node.body, node.orelse)
            return any(self.is_unknown_text(item, depth + 1) for item in both) and not any(self._may_be_part(item) for item in both)
        return False

    def may_be_unknown(self, node: ast.AST) -> bool:
        """A first look that asks no other module and follows no call: False where the answer is no in any case."""
        if isinstance(node, ast.Name):
            return not is_part_name(node.id) and all(self._may_be_bound(binding) for binding in self.names.bindings(node))
        if isinstance(node, ast.Attribute):
            return not is_part_name(node.attr)
        return not isinstance(node, (ast.Constant, ast.JoinedStr, ast.BinOp, ast.Tuple))

    def _may_be_bound(self, binding: Binding) -> bool:
        if binding.kind != "parameter":
            return binding.kind in ("assign", "walrus", "for", "comprehension") and not isinstance(
                binding.value, (ast.Constant, ast.JoinedStr, ast.BinOp)
            )
        annotation = getattr(binding.node, "annotation", None)
        if annotation is not None:
            return self._is_str(annotation)
        function = self.index.parent(self.index.parents[binding.node])
        calls = self.module.patterns.calls(getattr(function, "name", None) or "")
        return any(
            isinstance(item, ast.Constant) and isinstance(item.value, str)
            for call in calls
            for item in (*call.args, *[one.value for one in call.keywords])
        )

    def _may_be_part(self, node: ast.AST) -> bool:
        return isinstance(node, ast.Constant) and isinstance(node.value, str) and SPECIAL.search(node.value) is not None

    def _bound(self, binding: Binding, depth: int) -> bool:
        if is_part_name(binding.name):
            return False
        if binding.kind == "parameter":
            return self._parameter(binding)
        if binding.kind in ("assign", "walrus") and binding.value is not None and not binding.path:
            return self.is_unknown_text(binding.value, depth)
        if binding.kind in ("for", "comprehension") and binding.value is not None and not binding.path:
            return self._parts(binding.value, depth) or self._items_of_parameter(binding.value)
        return False

    def _parameter(self, binding: Binding) -> bool:
        """A parameter that is annotated as a text, or called with texts, whose content the calls in this file do not settle."""
        argument = binding.node
        if not isinstance(argument, ast.arg):
            return False
        if isinstance(self.index.parents[argument], ast.arguments) and argument in (
            self._arguments(argument).vararg,
            self._arguments(argument).kwarg,
        ):
            return False
        default = default_of(argument, self.module)
        if default is not None and not (isinstance(default, ast.Constant) and (default.value is None or default.value == "")):
            return False
        annotated = self._is_str(argument.annotation)
        if argument.annotation is not None and not annotated:
            return False
        given = passed(argument, self.module)
        if any(self._is_pattern_part(item) for item in given):
            return False
        plain = [item for item in given if self._is_plain(item)]
        if given and len(plain) == len(given):
            return False
        return annotated or any(isinstance(item, ast.Constant) and isinstance(item.value, str) for item in given)

    def _arguments(self, argument: ast.arg) -> ast.arguments:
        found = self.index.parents[argument]
        assert isinstance(found, ast.arguments)
        return found

    def _is_str(self, annotation: ast.expr | None) -> bool:
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
            return annotation.value in ("str", "str | None", "Optional[str]")
        if isinstance(annotation, ast.BinOp) and isinstance(annotation.op, ast.BitOr):
            return self._is_str(annotation.left) or self._is_str(annotation.right)
        if isinstance(annotation, ast.Subscript) and (self.names.qualified(annotation.value) or "").rpartition(".")[2] == "Optional":
            return self._is_str(annotation.slice)
        return annotation is not None and self.names.qualified(annotation) == "builtins.str"

    def _is_pattern_part(self, node: ast.expr) -> bool:
        r"""Whether what is passed is plainly pattern: `r"\d+"`, `re.escape(x)`, `PATTERN.pattern`, an f-string."""
        if isinstance(node, ast.Constant):
            return isinstance(node.value, str) and is_special(node.value)
        if isinstance(node, ast.Name) and is_part_name(node.id):
            return True
        known = self.module.values.of(node)
        if any(isinstance(value, Const) and value.type == "str" and is_special(value.value) for value in known):
            return True
        return isinstance(node, (ast.JoinedStr, ast.BinOp, ast.Call)) and not self.is_unknown_text(node)

    def _is_plain(self, node: ast.expr) -> bool:
        known = self.module.values.of(node)
        return bool(known) and all(isinstance(value, Const) and not SPECIAL.search(str(value.value)) for value in known)

    def _called(self, node: ast.Call, depth: int) -> bool:
        qualified = self.names.qualified(node.func)
        if qualified in SOURCES:
            return True
        if qualified in TAKERS and len(node.args) == 1:
            inner = node.args[0]
            return self.is_unknown_text(inner, depth) or self._is_path(inner)
        if isinstance(node.func, ast.Attribute) and node.func.attr in KEEPERS:
            return self.is_unknown_text(node.func.value, depth)
        joined = joined_items(node)
        return joined is not None and depth == 1 and self._are_unknown(joined, depth)

    def _are_unknown(self, items: ast.expr, depth: int) -> bool:
        """Whether what is joined here are texts of unknown content, each put into the pattern as it is."""
        if isinstance(items, (ast.GeneratorExp, ast.ListComp)):
            return self.is_unknown_text(items.elt, depth)
        return self._items_of_parameter(items)

    def _parts(self, node: ast.expr, depth: int) -> bool:
        """Whether an expression gives the pieces of an unknown text: `.split()`, `.splitlines()`, `sys.argv[1:]`."""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("split", "rsplit", "splitlines"):
            return self.is_unknown_text(node.func.value, depth)
        return isinstance(node, ast.Subscript) and self.names.qualified(node.value) == "sys.argv"

    def _items_of_parameter(self, node: ast.expr) -> bool:
        """Whether an expression is a parameter annotated as a container of texts."""
        binding = self.names.only(node)
        if binding is None or binding.kind != "parameter" or not isinstance(binding.node, ast.arg) or is_part_name(binding.name):
            return False
        annotation = binding.node.annotation
        if not isinstance(annotation, ast.Subscript) or self._are_settled(passed(binding.node, self.module)):
            return False
        items = annotation.slice.elts if isinstance(annotation.slice, ast.Tuple) else [annotation.slice]
        container = (self.names.qualified(annotation.value) or "").rpartition(".")[2].lower()
        return container in ("list", "set", "tuple", "frozenset", "sequence", "iterable", "collection") and self._is_str(items[0])

    def _are_settled(self, given: list[ast.expr]) -> bool:
        """Whether the calls in this file settle what a parameter's items are: parts of patterns, or texts without special characters."""
        values = self.module.values
        items = [value for item in given for value in values.evaluator.elements(values.of(item))]
        texts = [item.value for item in items if isinstance(item, Const) and item.type == "str"]
        return any(map(is_special, texts)) or (bool(items) and len(texts) == len(items) and not any(map(SPECIAL.search, texts)))

    def _is_path(self, node: ast.AST) -> bool:
        if any(type_name(value).startswith("pathlib.") for value in self.module.values.of(node)):
            return True
        binding = self.names.only(node)
        if binding is None or binding.kind not in ("for", "comprehension") or not isinstance(binding.value, ast.Call):
            return False
        listed = binding.value.func
        return isinstance(listed, ast.Attribute) and listed.attr in LISTINGS and self._is_path(listed.value)

    def _attribute(self, node: ast.Attribute, depth: int) -> bool:
        """A part of a path, or what `__init__` was given for `self.name`."""
        if node.attr in PATH_PARTS and self._is_path(node.value):
            return True
        if is_part_name(node.attr):
            return False
        from flake8_pitfalls.facts.patterns.trace import Trace

        klass = Trace(self.module.patterns).class_of(node.value)
        if klass is None:
            return False
        trace = Trace(self.module.patterns)
        stored = [value for target, value in self.module.patterns.stored(node.attr) if trace.class_of(target.value) is klass]
        in_body = self.names.scope_of_body(klass).bindings.get(node.attr, [])
        if not stored and len(in_body) == 1 and in_body[0].kind == "declared":
            declared = self.index.parent(in_body[0].node)
            return isinstance(declared, ast.AnnAssign) and self._is_str(declared.annotation)
        return bool(stored) and not in_body and all(value is not None and self.is_unknown_text(value, depth) for value in stored)


def joined_items(node: ast.AST) -> ast.expr | None:
    """What `", ".join(…)` joins."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr != "join" or len(node.args) != 1:
        return None
    return node.args[0] if isinstance(node.func.value, ast.Constant) and isinstance(node.func.value.value, str) else None


def is_special(text: str) -> bool:
    """Whether a text can hardly be anything but a part of a pattern."""
    return SPECIAL.search(text) is not None and LITERAL.fullmatch(text) is None
