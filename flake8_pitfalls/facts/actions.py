"""What a function does when its body runs, in the order of the text, as plain data: calls, `with`, iterations, reads, operators, awaits.

An action is a list, so that JSON can hold it:

    [kind, line, column, label, guards, flags, term, …]

`line` and `column` count from 1, the column in characters; `label` is what stands there, shortened; `guards` the conditions under
which it runs (see `conditions.py`); `flags` words about it. By kind:

    call    the term of the call          flags: awaited; ready (what it waits for has happened); after:N, works (see `ready.py`)
    with    the term of the manager       flags: async; works (its block hands work over); waits (and waits for something)
    for     the term of the iterable      flags: async
    get     the term of the object, the attribute's name
    set     the term of the object, the attribute's name
    op      the names of the methods that Python tries, left term, right term
    await   the term of the awaited

Bodies of functions and lambdas defined inside are not part of it; bodies of classes are, and comprehensions; of a generator expression
only the first iterable, unless something drives it right here.
"""

from __future__ import annotations

import ast
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.action_labels import label
from flake8_pitfalls.facts.conditions import MAYBE, NEVER, NO_LOOP, Guards, cases, certain, is_empty, jumps, loop_try, negative, positive
from flake8_pitfalls.facts.driving import driven_by
from flake8_pitfalls.facts.index import children
from flake8_pitfalls.facts.ready import Settling, readiness, works
from flake8_pitfalls.knowledge.offloading import INERT

if TYPE_CHECKING:
    from flake8_pitfalls.facts.summary import LocalSummary

BINARY = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.Div: "truediv",
    ast.FloorDiv: "floordiv",
    ast.Mod: "mod",
    ast.Pow: "pow",
    ast.MatMult: "matmul",
    ast.LShift: "lshift",
    ast.RShift: "rshift",
    ast.BitAnd: "and",
    ast.BitOr: "or",
    ast.BitXor: "xor",
}
COMPARED = {
    ast.Eq: ("__eq__", "__eq__"),
    ast.NotEq: ("__ne__", "__ne__"),
    ast.Lt: ("__lt__", "__gt__"),
    ast.LtE: ("__le__", "__ge__"),
    ast.Gt: ("__gt__", "__lt__"),
    ast.GtE: ("__ge__", "__le__"),
}
UNARY = {ast.UAdd: "__pos__", ast.USub: "__neg__", ast.Invert: "__invert__"}
PLAIN = (ast.Constant, ast.JoinedStr, ast.List, ast.Tuple, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)


class Action(NamedTuple):
    """One action; `terms` are what follows the flags."""

    kind: str
    line: int
    column: int
    label: str
    guards: Any
    flags: list[str]
    terms: list[Any]


class Body:
    """The actions of one function, lambda or module, each with its node."""

    def __init__(self, local: LocalSummary, node: ast.AST) -> None:
        self.local = local
        self.terms = local.terms
        self.index = local.index
        self.names = local.names
        self.source = local.source.source
        self.made: list[tuple[Action, ast.AST]] = []
        self._node = node
        self._at: ast.AST | None = None  # where something else drives what is being read
        if isinstance(node, ast.Lambda):
            self.expression(node.body, ())
        else:
            self.block(node.body, ())  # type: ignore[attr-defined]

    @cached_property
    def settling(self) -> Settling:
        """What the text says about the objects that it waits for."""
        return Settling(self._node)

    # Statements

    def block(self, body: list[ast.stmt], guards: Guards) -> None:
        for node in body:
            guards += self.statement(node, guards)
            if isinstance(node, (ast.Return, ast.Raise, ast.Break, ast.Continue)):
                return  # what stands after it never runs

    def statement(self, node: ast.stmt, guards: Guards) -> Guards:
        """Adds a statement's actions; answers what holds from there on in its block."""
        if isinstance(node, ast.If):
            return self._if(node, guards)
        if isinstance(node, (ast.For, ast.AsyncFor)):
            self.expression(node.iter, guards)
            self.add("for", node.iter, guards, [self.terms.of(node.iter)], ["async"] if isinstance(node, ast.AsyncFor) else [])
            self.expression(node.target, guards)
            self.block(node.body, guards + (NEVER if is_empty(node.iter) else ()))
            self.block(node.orelse, guards)
        elif isinstance(node, ast.While):
            self.expression(node.test, guards)
            self.block(node.body, guards + certain(positive(node.test, self)))
            self.block(node.orelse, guards)
            if not (isinstance(node.test, ast.Constant) and node.test.value):
                return ()
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            self._with(node, guards)
        elif isinstance(node, ast.Try) or node.__class__.__name__ == "TryStar":
            return self._try(node, guards)  # type: ignore[arg-type]
        elif isinstance(node, ast.Match):
            self.expression(node.subject, guards)
            for case, holding in zip(node.cases, cases(node, self), strict=True):
                if case.guard is not None:
                    self.expression(case.guard, guards)
                self.block(case.body, guards + holding)
        elif isinstance(node, ast.ClassDef):
            for part in (*node.decorator_list, *node.bases, *[keyword.value for keyword in node.keywords]):
                self.expression(part, guards)
            self.block(node.body, guards)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for part in (*node.decorator_list, *node.args.defaults, *[item for item in node.args.kw_defaults if item is not None]):
                self.expression(part, guards)
        elif not isinstance(node, (ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal, ast.Pass, ast.Break, ast.Continue)):
            self._simple(node, guards)
            if isinstance(node, ast.Assert):
                return certain(positive(node.test, self))
        return ()

    def _if(self, node: ast.If, guards: Guards) -> Guards:
        """A chain of `elif` is an `if` in an `else`: no recursion over thousands of them."""
        after: Guards = ()
        leaves = True  # whether each branch so far ends in a jump
        first = node
        while True:
            self.expression(node.test, guards)
            self.block(node.body, guards + positive(node.test, self))
            otherwise = negative(node.test, self)
            leaves = leaves and jumps(node.body)
            if leaves:
                after += certain(otherwise)
            guards += otherwise
            if len(node.orelse) != 1 or not isinstance(node.orelse[0], ast.If):
                break
            node = node.orelse[0]
        self.block(node.orelse, guards)
        if node is first and node.orelse and jumps(node.orelse):
            after += certain(positive(node.test, self))
        return after

    def _try(self, node: ast.Try, guards: Guards) -> Guards:
        asks = loop_try(node, self)
        self.block(node.body, guards)
        for handler in node.handlers:
            if handler.type is not None:
                self.expression(handler.type, guards)
            self.block(handler.body, guards + (NO_LOOP if handler in asks else MAYBE))
        self.block(node.orelse, guards)
        self.block(node.finalbody, guards)
        if not jumps(node.orelse or node.body):
            return ()
        return NO_LOOP if asks else MAYBE  # what comes after it runs only where a handler did

    def _with(self, node: ast.With | ast.AsyncWith, guards: Guards) -> None:
        for item in node.items:
            self.expression(item.context_expr, guards)
            flags = ["async"] if isinstance(node, ast.AsyncWith) else works(item, node, self.names)
            self.add("with", item.context_expr, guards, [self.terms.of(item.context_expr)], flags)
            if item.optional_vars is not None:
                self.expression(item.optional_vars, guards)
        self.block(node.body, guards)

    def _simple(self, node: ast.stmt, guards: Guards) -> None:
        if isinstance(node, ast.Assign):
            self.expression(node.value, guards)
            for target in node.targets:
                self.expression(target, guards)
                if isinstance(target, (ast.Tuple, ast.List)) and not isinstance(node.value, PLAIN):
                    self.add("for", node.value, guards, [self.terms.of(node.value)])
            return
        if isinstance(node, ast.AugAssign):
            name = BINARY[type(node.op)]
            methods = [f"__i{name}__", f"__{name}__", f"__r{name}__"]
            self.add("op", node, guards, [methods, self.terms.of(node.target), self.terms.of(node.value)])
        elif isinstance(node, ast.AnnAssign):
            if node.value is not None:
                self.expression(node.value, guards)
            self.expression(node.target, guards)
            return
        for part in children(node):
            self.expression(part, guards)

    # Expressions

    def expression(self, root: ast.AST, guards: Guards) -> None:
        stack: list[tuple[ast.AST, Guards]] = [(root, guards)]
        while stack:
            node, guards = stack.pop()
            visit = VISITS.get(node.__class__)
            if visit is None:
                parts: list[tuple[ast.AST, Guards]] = [(part, guards) for part in children(node)]
            else:
                parts = visit(self, node, guards)
            stack.extend(reversed(parts))

    def _lambda(self, node: ast.Lambda, guards: Guards) -> list[tuple[ast.AST, Guards]]:
        return [(item, guards) for item in (*node.args.defaults, *node.args.kw_defaults) if item is not None]

    def _call(self, node: ast.Call, guards: Guards) -> list[tuple[ast.AST, Guards]]:
        if not self._is_inert(node):
            parent = self.index.parents.get(node)
            flags = ["awaited"] if isinstance(parent, ast.Await) else []
            self.add("call", node, guards, [self.terms.of(node)], flags + readiness(node, self))
        func = node.func
        first: ast.AST = func.value if isinstance(func, ast.Attribute) else func
        return [(part, guards) for part in (first, *node.args, *[item.value for item in node.keywords])]

    def _is_inert(self, node: ast.Call) -> bool:
        """A call of a builtin that runs nothing of the program's."""
        return isinstance(node.func, ast.Name) and node.func.id in INERT and self.names.qualified(node.func) == f"builtins.{node.func.id}"

    def _attribute(self, node: ast.Attribute, guards: Guards) -> list[tuple[ast.AST, Guards]]:
        if not isinstance(node.ctx, ast.Del) and not self._is_of_module(node.value):
            self.add("get" if isinstance(node.ctx, ast.Load) else "set", node, guards, [self.terms.of(node.value), node.attr])
        return [(node.value, guards)]

    def _is_of_module(self, node: ast.expr) -> bool:
        while isinstance(node, ast.Attribute):
            node = node.value
        return isinstance(node, ast.Name) and self.names.qualified(node) is not None and node.id not in ("self", "cls")

    def _await(self, node: ast.Await, guards: Guards) -> list[tuple[ast.AST, Guards]]:
        self.add("await", node.value, guards, [self.terms.of(node.value)])
        return [(node.value, guards)]

    def _starred(self, node: ast.Starred, guards: Guards) -> list[tuple[ast.AST, Guards]]:
        if isinstance(node.ctx, ast.Load) and not isinstance(node.value, PLAIN):
            self.add("for", node.value, guards, [self.terms.of(node.value)])
        return [(node.value, guards)]

    def _yield_from(self, node: ast.YieldFrom, guards: Guards) -> list[tuple[ast.AST, Guards]]:
        self.add("for", node.value, guards, [self.terms.of(node.value)])
        return [(node.value, guards)]

    def _if_exp(self, node: ast.IfExp, guards: Guards) -> list[tuple[ast.AST, Guards]]:
        return [(node.test, guards), (node.body, guards + positive(node.test, self)), (node.orelse, guards + negative(node.test, self))]

    def _bool_op(self, node: ast.BoolOp, guards: Guards) -> list[tuple[ast.AST, Guards]]:
        holds = positive if isinstance(node.op, ast.And) else negative
        parts: list[tuple[ast.AST, Guards]] = []
        for value in node.values:
            parts.append((value, guards))
            guards += holds(value, self)
        return parts

    def _bin_op(self, node: ast.BinOp, guards: Guards) -> list[tuple[ast.AST, Guards]]:
        if not isinstance(node.left, PLAIN) or not isinstance(node.right, PLAIN):
            name = BINARY[type(node.op)]
            self.add("op", node, guards, [[f"__{name}__", f"__r{name}__"], self.terms.of(node.left), self.terms.of(node.right)])
        return [(node.left, guards), (node.right, guards)]

    def _unary_op(self, node: ast.UnaryOp, guards: Guards) -> list[tuple[ast.AST, Guards]]:
        if not isinstance(node.operand, PLAIN) and type(node.op) in UNARY:
            self.add("op", node, guards, [[UNARY[type(node.op)], ""], self.terms.of(node.operand), None])
        return [(node.operand, guards)]

    def _compare(self, node: ast.Compare, guards: Guards) -> list[tuple[ast.AST, Guards]]:
        operands = [node.left, *node.comparators]
        for op, left, right in zip(node.ops, operands, node.comparators, strict=False):
            if isinstance(op, (ast.In, ast.NotIn)):
                if not isinstance(right, PLAIN):
                    self.add("op", node, guards, [["__contains__", ""], self.terms.of(right), None])
            elif type(op) in COMPARED and not (isinstance(left, PLAIN) and isinstance(right, PLAIN)):
                self.add("op", node, guards, [list(COMPARED[type(op)]), self.terms.of(left), self.terms.of(right)])
        return [(part, guards) for part in operands]

    def _subscript(self, node: ast.Subscript, guards: Guards) -> list[tuple[ast.AST, Guards]]:
        if not isinstance(node.value, PLAIN):
            method = {"Load": "__getitem__", "Store": "__setitem__"}.get(node.ctx.__class__.__name__, "__delitem__")
            self.add("op", node, guards, [[method, ""], self.terms.of(node.value), None])
        return [(node.value, guards), (node.slice, guards)]

    def _comprehension(self, node: ast.AST, guards: Guards) -> list[tuple[ast.AST, Guards]]:
        generators: list[ast.comprehension] = node.generators  # type: ignore[attr-defined]
        parts: list[tuple[ast.AST, Guards]] = [(generators[0].iter, guards)]
        if isinstance(node, ast.GeneratorExp):
            driver = driven_by(node, self.index, self.names)
            if driver is None:
                return parts
            if driver is not node and self._at is None:  # its parts run there, so what waits is found there
                self._at = driver
                self._generator(node, guards)
                self._at = None
                return parts
        for generator in generators:
            flags = ["async"] if generator.is_async else []
            self.add("for", generator.iter, guards, [self.terms.of(generator.iter)], flags)
        return parts + self._inside(node, guards)

    def _generator(self, node: ast.GeneratorExp, guards: Guards) -> None:
        for generator in node.generators:
            self.add("for", generator.iter, guards, [self.terms.of(generator.iter)], ["async"] if generator.is_async else [])
        for part, holding in self._inside(node, guards):
            self.expression(part, holding)

    def _inside(self, node: ast.AST, guards: Guards) -> list[tuple[ast.AST, Guards]]:
        """The parts of a comprehension that run for each item."""
        parts: list[tuple[ast.AST, Guards]] = []
        for place, generator in enumerate(node.generators):  # type: ignore[attr-defined]
            parts += [(generator.iter, guards)] if place else []
            parts.append((generator.target, guards))
            for test in generator.ifs:
                parts.append((test, guards))
                guards += certain(positive(test, self))
        results = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]  # type: ignore[attr-defined]
        return parts + [(part, guards) for part in results]

    # What is made of them

    def add(self, kind: str, node: ast.AST, guards: Guards, terms: list[Any], flags: list[str] | None = None) -> None:
        at = self._at or node
        line = getattr(at, "lineno", 1)
        column = self.source.position(self.source.offset(line, at.col_offset))[1] + 1  # type: ignore[attr-defined]
        self.made.append((Action(kind, line, column, label(kind, node), list(guards) or None, flags or [], terms), at))


VISITS: dict[type, Any] = {
    ast.Lambda: Body._lambda,
    ast.Call: Body._call,
    ast.Attribute: Body._attribute,
    ast.Await: Body._await,
    ast.Starred: Body._starred,
    ast.YieldFrom: Body._yield_from,
    ast.IfExp: Body._if_exp,
    ast.BoolOp: Body._bool_op,
    ast.BinOp: Body._bin_op,
    ast.UnaryOp: Body._unary_op,
    ast.Compare: Body._compare,
    ast.Subscript: Body._subscript,
    ast.ListComp: Body._comprehension,
    ast.SetComp: Body._comprehension,
    ast.DictComp: Body._comprehension,
    ast.GeneratorExp: Body._comprehension,
}
