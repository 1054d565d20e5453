"""Expressions as small terms: plain data that says what a value is made of, so that another module's code need not be parsed again.

A term is None (nobody knows) or a list whose first item says what it is:

    ["const", value]             an int, float, str, bool or None that stands in the text
    ["name", "time.sleep"]       what a dotted name stands for, by import or as a builtin
    ["use", [3, 5]]              a name; the numbers of the bindings that can reach it here
    ["attr", t, name]            ["item", t, key]           ["unpack", t, n]        ["elem", t]  an item of an iterable
    ["call", f, args, kwargs, line]     kwargs: [[name, t], …]; ["star", t] among the arguments; the name None for `**t`
    ["enter", t]                 what `with t as` gives     ["await", t]
    ["op", symbol, left, right]  ["unary", symbol, t]       ["compare", [symbol, …], [t, …]]
    ["any", [t, …]]              one of these; with a third item, a term, the first of two if that is true, else the second
    ["seq", kind, [t, …]]        a list, tuple or set that is written out; ["dict", [[k, v], …]]
    ["comp", kind, element]      a list, set or generator whose items are all made so
    ["filled", t, [t, …]]        a container that starts as the first and is given the others; None among them: anything else too
    ["text"]                     an f-string
    ["func", qualname]  ["class", qualname]  ["param", qualname, name]  ["instance", t]  ["self", class qualname]
    ["decorated", [t, …], ["func", qualname]]
    ["super", class qualname]

`qualname` is Python's own: `Worker.run`, `outer.<locals>.inner`, with `<lambda>:LINE:COLUMN` for lambdas.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.containers import CONTAINERS, LOOKERS, put_in
from flake8_pitfalls.facts.finding import absolute as absolute
from flake8_pitfalls.facts.index import BODIES, FUNCTIONS
from flake8_pitfalls.knowledge.symbols import SYMBOLS

if TYPE_CHECKING:
    from flake8_pitfalls.facts.index import Index
    from flake8_pitfalls.facts.names import Binding, Names

Term = Any
CAPTURED_WHOLE = frozenset(f"builtins.{name}" for name in ("int", "str", "float", "bytes"))  # by `case int(n)`
DEPTH = 60  # an expression nested deeper than this is nobody's pitfall


class Terms:
    """Makes the terms of one module. Bindings are numbered as they are met; `binding(n)` makes the term of the n-th when asked.

    `module` is the module's dotted name, `is_package` whether it is an `__init__`: relative imports start from them.
    """

    def __init__(self, index: Index, names: Names, module: str, is_package: bool) -> None:
        self.index = index
        self.names = names
        self.module = module
        self.is_package = is_package
        self.numbered: list[Binding] = []
        self._numbers: dict[Binding, int] = {}
        self._made: dict[int, Term] = {}
        self._qualnames: dict[ast.AST, str] = {}
        self._calls: dict[ast.Call, Term] = {}
        self._taken: dict[str, ast.AST] = {}
        self._loads: dict[str, list[ast.Name]] | None = None
        self._attributes: dict[str, list[ast.Attribute]] | None = None

    # Bindings

    def number(self, binding: Binding) -> int:
        found = self._numbers.get(binding)
        if found is None:
            found = self._numbers[binding] = len(self.numbered)
            self.numbered.append(binding)
        return found

    def binding(self, number: int) -> Term:
        """What a name is bound to by the binding of that number."""
        if number not in self._made:
            self._made[number] = None
            self._made[number] = self._of_binding(self.numbered[number])
        return self._made[number]

    def _of_binding(self, binding: Binding) -> Term:
        kind, value = binding.kind, binding.value
        if kind in ("import", "builtin"):
            return ["name", self.absolute(binding.qualified)]
        if kind == "def":
            made: Term = ["func", self.qualname(binding.node)]
            decorators = [self.of(item) for item in binding.node.decorator_list]  # type: ignore[attr-defined]
            return ["decorated", decorators, made] if decorators else made
        if kind == "class":
            return ["class", self.qualname(binding.node)]
        if kind == "parameter":
            return ["param", self.qualname(self.index.parents[self.index.parents[binding.node]]), binding.name]
        if kind == "except":
            return ["instance", self.of(binding.node.type)] if binding.node.type is not None else None  # type: ignore[attr-defined]
        if kind == "match":
            return self._captured(binding.node)
        if value is None:
            return None
        if kind == "augassign":
            return self._of_augmented(binding)
        term = self.of(value)
        if term is not None and not binding.path and kind in ("assign", "walrus"):
            term = self._filled(binding, term)
        if kind in ("for", "comprehension"):
            term = ["elem", term]
        elif kind == "with":
            term = ["enter", term]
        for place in binding.path:
            term = ["unpack", term, place]
        return term

    def _captured(self, pattern: ast.AST) -> Term:
        """What a pattern captures under a name, where the pattern says its class: `int(n)`, `int() as n`."""
        if not isinstance(pattern, ast.MatchAs):
            return None
        for around in self.index.ancestors(pattern):
            if isinstance(around, ast.MatchOr):
                return None  # another alternative may capture something else
            if isinstance(around, ast.match_case):
                break
        of = pattern.pattern if pattern.pattern is not None else self.index.parents[pattern]
        if not isinstance(of, ast.MatchClass):
            return None
        if pattern.pattern is None and (of.patterns != [pattern] or self.names.qualified(of.cls) not in CAPTURED_WHOLE):
            return None
        return ["instance", self.of(of.cls)]

    def _filled(self, binding: Binding, term: Term) -> Term:
        """A mutable container's term, with what the rest of the scope puts into it under this name."""
        if not self._is_container(binding.value, term):
            return term
        put = [item for use in self._reads(binding) for item in put_in(use, self.index, self.of, self._maker)]
        return ["filled", term, put] if put else term

    def _is_container(self, value: ast.AST | None, term: Term) -> bool:
        if term[0] == "call":
            return isinstance(value, ast.Call) and self._maker(value) is not None
        return term[0] in ("seq", "comp", "dict") and term[1] not in ("tuple", "generator")

    def stored(self, target: ast.Attribute, value: ast.AST) -> Term:
        """The term of what an attribute is assigned, with what the module puts into it under that name: `self.jobs.append(job)`."""
        term = self.of(value)
        if term is None or not self._is_container(value, term):
            return term
        if self._attributes is None:
            self._attributes = {}
            for node in self.index.of(ast.Attribute):
                assert isinstance(node, ast.Attribute)
                self._attributes.setdefault(node.attr, []).append(node)
        uses = [node for node in self._attributes.get(target.attr, []) if isinstance(node.ctx, ast.Load) or self._is_augmented(node)]
        put = [item for use in uses for item in put_in(use, self.index, self.of, self._maker)]
        return ["filled", term, put] if put else term

    def _is_augmented(self, node: ast.Attribute) -> bool:
        return isinstance(self.index.parents[node], ast.AugAssign)

    def _maker(self, call: ast.Call) -> str | None:
        """The name of a builtin that makes a container or only looks at one."""
        qualified = self.names.qualified(call.func) or ""
        return qualified if qualified in CONTAINERS or qualified in LOOKERS else None

    def _reads(self, binding: Binding) -> list[ast.Name]:
        if self._loads is None:
            self._loads = {}
            for node in self.index.of(ast.Name):
                assert isinstance(node, ast.Name)
                self._loads.setdefault(node.id, []).append(node)
        return [
            node
            for node in self._loads.get(binding.name, [])
            if node is not binding.node and self.names.deciding(node.id, self.names.scope(node)) is binding.scope
        ]

    def _of_augmented(self, binding: Binding) -> Term:
        statement = self.index.parents[binding.node]
        assert isinstance(statement, ast.AugAssign)
        return ["op", SYMBOLS[type(statement.op)], self._of_name(binding.node), self.of(statement.value)]

    def absolute(self, qualified: str) -> str:
        return absolute(qualified, self.module, self.is_package)

    def qualname(self, node: ast.AST) -> str:
        """A function's, lambda's or class's qualified name in its module; "" for the module itself."""
        found = self._qualnames.get(node)
        if found is None:
            if isinstance(node, ast.Module):
                return ""
            own = f"<lambda>:{node.lineno}:{node.col_offset}" if isinstance(node, ast.Lambda) else getattr(node, "name", "?")
            around = self._owner(node)
            if isinstance(around, ast.Module):
                found = own
            else:
                inner = ".<locals>." if isinstance(around, FUNCTIONS) else "."
                found = f"{self.qualname(around)}{inner}{own}"
            found = self._qualnames[node] = self._told_apart(node, found)
        return found

    def _owner(self, node: ast.AST) -> ast.AST:
        """The function, class or module whose text a definition stands in, whatever part of it."""
        parents = self.index.parents
        around = parents.get(node)
        while around is not None and around.__class__ not in BODIES:
            around = parents.get(around)
        return around or self.index.tree

    def _told_apart(self, node: ast.AST, name: str) -> str:
        """Two definitions of one name (a second `def`, an `if` and its `else`) get two qualnames: the later one its line."""
        if self._taken.setdefault(name, node) is node:
            return name
        return f"{name}@{getattr(node, 'lineno', 0)}"

    # Expressions

    def of(self, node: ast.AST | None, depth: int = 0) -> Term:
        """The term of an expression."""
        if node is None or depth > DEPTH:
            return None
        if node.__class__ is ast.Call:  # one term a call: an instance is known by the call that made it
            found = self._calls.get(node)
            if found is None:
                found = self._calls[node] = self._of_call(node, depth + 1)
            return found
        make = MAKERS.get(node.__class__)
        return make(self, node, depth + 1) if make is not None else None

    def _of_constant(self, node: ast.Constant, depth: int) -> Term:
        if node.value is None or isinstance(node.value, (bool, int, float, str)):
            return ["const", node.value]
        return ["instance", ["name", f"builtins.{type(node.value).__name__}"]]

    def _of_name(self, node: ast.AST, depth: int = 0) -> Term:
        assert isinstance(node, ast.Name)
        found = self.names.bindings(node)
        return ["use", [self.number(binding) for binding in found]] if found else None

    def _of_attribute(self, node: ast.Attribute, depth: int) -> Term:
        return ["attr", self.of(node.value, depth), node.attr]

    def _of_call(self, node: ast.Call, depth: int) -> Term:
        if (
            isinstance(node.func, ast.Name)
            and node.func.id == "super"
            and not node.args
            and self.names.qualified(node.func) == "builtins.super"
        ):
            return self._of_super(node)
        arguments = [["star", self.of(item.value, depth)] if isinstance(item, ast.Starred) else self.of(item, depth) for item in node.args]
        return [
            "call",
            self.of(node.func, depth),
            arguments,
            [[item.arg, self.of(item.value, depth)] for item in node.keywords],
            node.lineno,
        ]

    def _of_super(self, node: ast.Call) -> Term:
        around = next((item for item in self.index.ancestors(node) if isinstance(item, ast.ClassDef)), None)
        return ["super", self.qualname(around)] if around is not None else None

    def _of_subscript(self, node: ast.Subscript, depth: int) -> Term:
        return ["item", self.of(node.value, depth), self.of(node.slice, depth)]

    def _of_slice(self, node: ast.Slice, depth: int) -> Term:
        return ["slice"]

    def _of_await(self, node: ast.Await, depth: int) -> Term:
        return ["await", self.of(node.value, depth)]

    def _of_binop(self, node: ast.BinOp, depth: int) -> Term:
        return ["op", SYMBOLS[type(node.op)], self.of(node.left, depth), self.of(node.right, depth)]

    def _of_unaryop(self, node: ast.UnaryOp, depth: int) -> Term:
        return ["unary", SYMBOLS[type(node.op)], self.of(node.operand, depth)]

    def _of_compare(self, node: ast.Compare, depth: int) -> Term:
        return ["compare", [SYMBOLS[type(op)] for op in node.ops], [self.of(item, depth) for item in (node.left, *node.comparators)]]

    def _of_boolop(self, node: ast.BoolOp, depth: int) -> Term:
        return ["any", [self.of(item, depth) for item in node.values]]

    def _of_ifexp(self, node: ast.IfExp, depth: int) -> Term:
        chosen = [self.of(node.body, depth), self.of(node.orelse, depth)]
        test: ast.expr = node.test
        while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            test, chosen = test.operand, chosen[::-1]
        return ["any", chosen, self.of(test, depth)] if isinstance(test, (ast.Name, ast.Constant)) else ["any", chosen]

    def _of_namedexpr(self, node: ast.NamedExpr, depth: int) -> Term:
        return self.of(node.value, depth)

    def _of_list(self, node: ast.List | ast.Tuple | ast.Set, depth: int) -> Term:
        items = [["star", self.of(item.value, depth)] if isinstance(item, ast.Starred) else self.of(item, depth) for item in node.elts]
        return ["seq", node.__class__.__name__.lower(), items]

    def _of_dict(self, node: ast.Dict, depth: int) -> Term:
        return [
            "dict",
            [
                [self.of(key, depth) if key is not None else ["star"], self.of(value, depth)]
                for key, value in zip(node.keys, node.values, strict=False)
            ],
        ]

    def _of_listcomp(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp, depth: int) -> Term:
        kind = {"ListComp": "list", "SetComp": "set", "GeneratorExp": "generator"}[node.__class__.__name__]
        return ["comp", kind, self.of(node.elt, depth)]

    def _of_dictcomp(self, node: ast.DictComp, depth: int) -> Term:
        return ["comp", "dict", self.of(node.value, depth)]

    def _of_joinedstr(self, node: ast.JoinedStr, depth: int) -> Term:
        return ["text"]

    def _of_lambda(self, node: ast.Lambda, depth: int) -> Term:
        return ["func", self.qualname(node)]

    def _of_starred(self, node: ast.Starred, depth: int) -> Term:
        return ["star", self.of(node.value, depth)]


MAKERS: dict[type, Callable[[Terms, Any, int], Term]] = {
    ast.Attribute: Terms._of_attribute,
    ast.Await: Terms._of_await,
    ast.BinOp: Terms._of_binop,
    ast.BoolOp: Terms._of_boolop,
    ast.Compare: Terms._of_compare,
    ast.Constant: Terms._of_constant,
    ast.Dict: Terms._of_dict,
    ast.DictComp: Terms._of_dictcomp,
    ast.GeneratorExp: Terms._of_listcomp,
    ast.IfExp: Terms._of_ifexp,
    ast.JoinedStr: Terms._of_joinedstr,
    ast.Lambda: Terms._of_lambda,
    ast.List: Terms._of_list,
    ast.ListComp: Terms._of_listcomp,
    ast.Name: Terms._of_name,
    ast.NamedExpr: Terms._of_namedexpr,
    ast.Set: Terms._of_list,
    ast.SetComp: Terms._of_listcomp,
    ast.Slice: Terms._of_slice,
    ast.Starred: Terms._of_starred,
    ast.Subscript: Terms._of_subscript,
    ast.Tuple: Terms._of_list,
    ast.UnaryOp: Terms._of_unaryop,
}
