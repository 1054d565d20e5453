"""Where a value goes: from the expression that makes it, through names, attributes, containers, loops, helpers and returns.

A journey ends in uses (an attribute of it, a call that looks at it, a test) or it escapes: into something that this program does not
show, where anything may happen to it. A *shape* says where in a container the value stands, from the outside in: `"*"` any item, a number
an item of a tuple, `"key"` and `"value"` of a dict, `"?"` an item or a value; `()` is the value itself.

Contexts are not told apart: what goes into a function's parameter comes out at all of its calls. So a journey may be longer than the
value's own, never shorter.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from flake8_pitfalls.facts.threads.keeping import Journey, Keeping, Shape, Use, item

__all__ = ["Journey", "Shape", "Traveller", "Use", "item"]

STEPS = 3000  # more than this many places, and the value is as good as escaped
LOOKS = frozenset(
    [
        "index",
        "count",
        "clear",
        "sort",
        "reverse",
        "remove",
        "discard",
        "append",
        "add",
        "extend",
        "update",
        "insert",
        "appendleft",
        "extendleft",
        "issubset",
        "issuperset",
        "isdisjoint",
        "rotate",
        "get",
        "keys",
        "values",
        "items",
    ]
)
COPIES = frozenset(["copy", "union", "difference", "intersection", "symmetric_difference"])
TAKES = frozenset(["pop", "popleft", "get", "setdefault", "__getitem__"])


class Traveller(Keeping):
    """Follows one value from expression to expression."""

    def follow(self, node: ast.AST, shape: Shape = ()) -> Journey:
        """The journey of the value that an expression makes."""
        self.push(node, shape)
        for value in self.values.of(node) if not shape else ():
            self._runs(value, "__init__", node)
        return self.go_on(node)

    def go_on(self, node: ast.AST) -> Journey:
        """Follows what was pushed so far."""
        steps = 0
        while self._stack and self.journey.escaped is None:
            steps += 1
            if steps > STEPS:
                self.escape(node)
            here, inside = self._stack.pop()
            self._step(here, inside)
        return self.journey

    def _step(self, node: ast.AST, shape: Shape) -> None:
        parent = self.index.parents[node]
        handle: Callable[[Any, Any, Shape], None] | None = getattr(self, f"_in_{parent.__class__.__name__.lower()}", None)
        if handle is not None:
            handle(node, parent, shape)
        elif isinstance(parent, ast.Compare):
            self.use("compared", parent)
        elif not isinstance(parent, (ast.If, ast.While, ast.Assert, ast.Delete, ast.Slice)):
            self.escape(node)

    # Statements

    def _in_expr(self, node: ast.expr, parent: ast.Expr, shape: Shape) -> None:
        self.use("dropped", parent)

    def _in_assign(self, node: ast.expr, parent: ast.Assign, shape: Shape) -> None:
        for target in parent.targets:
            self.bind(target, shape)

    def _in_annassign(self, node: ast.expr, parent: ast.AnnAssign, shape: Shape) -> None:
        if node is parent.value:
            self.bind(parent.target, shape)

    def _in_namedexpr(self, node: ast.expr, parent: ast.NamedExpr, shape: Shape) -> None:
        self.bind(parent.target, shape)
        self.push(parent, shape)

    def _in_augassign(self, node: ast.expr, parent: ast.AugAssign, shape: Shape) -> None:
        inside = item(shape)
        if node is parent.value and inside is not None and isinstance(parent.op, (ast.Add, ast.BitOr)):
            self.hold(parent.target, ("*", *inside))
        else:
            self.escape(node)

    def _in_return(self, node: ast.expr, parent: ast.Return, shape: Shape) -> None:
        self._to_callers(self.index.function(parent), node, shape)

    def _in_yield(self, node: ast.expr, parent: ast.Yield, shape: Shape) -> None:
        self._to_callers(self.index.function(parent), node, ("*", *shape))

    def _in_for(self, node: ast.expr, parent: ast.For | ast.comprehension, shape: Shape) -> None:
        if node is not parent.iter:
            return
        inside = item(shape)
        if inside is not None:
            self.bind(parent.target, inside)
        elif not shape:
            self.use("iterated", parent)

    def _in_comprehension(self, node: ast.expr, parent: ast.comprehension, shape: Shape) -> None:
        if parent.is_async:
            self.escape(node)
        self._in_for(node, parent, shape)

    # Expressions

    def _in_attribute(self, node: ast.expr, parent: ast.Attribute, shape: Shape) -> None:
        if shape:
            self._attribute_of_container(parent, shape)
        elif not isinstance(parent.ctx, ast.Load):
            self.use("stored", parent, parent.attr)
        else:
            self.use("attribute", parent, parent.attr)
            for value in self.values.of(node):
                self._runs(value, parent.attr, parent)

    def _attribute_of_container(self, node: ast.Attribute, shape: Shape) -> None:
        call, name, first, rest = self.index.parents[node], node.attr, shape[0], shape[1:]
        if name in ("done", "not_done") and first == "*":  # of what `concurrent.futures.wait` gives
            self.push(node, rest)
        elif not isinstance(call, ast.Call) or call.func is not node:
            if name not in LOOKS:
                self.escape(node)
        elif name in ("values", "keys"):
            if first == "?" or name.startswith(str(first)):
                self.push(call, ("*", *rest))
        elif name in ("items", "popitem"):
            place = (0,) if first == "key" else (1,)
            self.push(call, ("*", *place, *rest) if name == "items" else (*place, *rest))
        elif name in TAKES:
            if first != "key":
                self.push(call, rest)
        elif name in COPIES:
            self.push(call, shape)
        elif name == "sort":
            from flake8_pitfalls.facts.threads.journey_calls import by_key

            by_key(self, call, rest)
        elif name not in LOOKS:
            self.escape(node)

    def _in_call(self, node: ast.expr, parent: ast.Call, shape: Shape) -> None:
        if node is parent.func:
            self.escape(node)
            return
        from flake8_pitfalls.facts.threads.journey_calls import handed_over

        place = next(number for number, given in enumerate(parent.args) if given is node)
        handed_over(self, parent, place, None, shape)

    def _in_keyword(self, node: ast.expr, parent: ast.keyword, shape: Shape) -> None:
        from flake8_pitfalls.facts.threads.journey_calls import handed_over

        call = self.index.parents[parent]
        if isinstance(call, ast.Call) and parent.arg is not None:
            handed_over(self, call, None, parent.arg, shape)
        else:
            self.escape(node)

    def _in_starred(self, node: ast.expr, parent: ast.Starred, shape: Shape) -> None:
        from flake8_pitfalls.facts.threads.journey_calls import spread

        around, inside = self.index.parents[parent], item(shape)
        if not shape:
            self.use("iterated", parent)
        elif isinstance(around, ast.Call):
            spread(self, around, parent, inside)
        elif inside is not None:
            self.push(around, ("*", *inside))

    def _in_list(self, node: ast.expr, parent: ast.List | ast.Set, shape: Shape) -> None:
        self.push(parent, ("*", *shape))

    _in_set = _in_list

    def _in_tuple(self, node: ast.expr, parent: ast.Tuple, shape: Shape) -> None:
        place = next(number for number, given in enumerate(parent.elts) if given is node)
        starred = any(isinstance(given, ast.Starred) for given in parent.elts[:place])
        self.push(parent, ("*" if starred else place, *shape))

    def _in_dict(self, node: ast.expr, parent: ast.Dict, shape: Shape) -> None:
        if any(key is node for key in parent.keys):
            self.push(parent, ("key", *shape))
            return
        place = next(number for number, given in enumerate(parent.values) if given is node)
        self.push(parent, shape if parent.keys[place] is None else ("value", *shape))

    def _in_listcomp(self, node: ast.expr, parent: ast.ListComp | ast.SetComp | ast.GeneratorExp, shape: Shape) -> None:
        self.push(parent, ("*", *shape))

    _in_setcomp = _in_listcomp
    _in_generatorexp = _in_listcomp

    def _in_dictcomp(self, node: ast.expr, parent: ast.DictComp, shape: Shape) -> None:
        self.push(parent, ("key" if node is parent.key else "value", *shape))

    def _in_subscript(self, node: ast.expr, parent: ast.Subscript, shape: Shape) -> None:
        if node is parent.slice:
            self.use("key", parent)
            if isinstance(parent.ctx, ast.Store):  # `names[future] = name`: what iterates over the dict gets it
                self.hold(parent.value, ("key", *shape))
        elif not shape:
            self.escape(node)
        elif isinstance(parent.ctx, ast.Load):
            if isinstance(parent.slice, ast.Slice):
                self.push(parent, shape if shape[0] in ("*", "?") else ("*", *shape[1:]))
            elif shape[0] != "key" and not self._is_other_place(parent.slice, shape[0]):
                self.push(parent, shape[1:])

    @staticmethod
    def _is_other_place(node: ast.expr, place: Any) -> bool:
        return isinstance(place, int) and isinstance(node, ast.Constant) and isinstance(node.value, int) and node.value not in (place, -1)

    def _in_boolop(self, node: ast.expr, parent: ast.BoolOp | ast.IfExp, shape: Shape) -> None:
        if node is not getattr(parent, "test", None):
            self.push(parent, shape)

    _in_ifexp = _in_boolop

    def _in_unaryop(self, node: ast.expr, parent: ast.UnaryOp, shape: Shape) -> None:
        if not isinstance(parent.op, ast.Not):
            self.escape(node)

    def _in_binop(self, node: ast.expr, parent: ast.BinOp, shape: Shape) -> None:
        if isinstance(parent.op, ast.Mod) and node is parent.right:
            self.use("text", parent)
        elif shape and isinstance(parent.op, (ast.Add, ast.Mult, ast.BitOr, ast.BitAnd, ast.Sub)):
            self.push(parent, ("*" if isinstance(shape[0], int) else shape[0], *shape[1:]))
        else:
            self.escape(node)

    def _in_formattedvalue(self, node: ast.expr, parent: ast.FormattedValue, shape: Shape) -> None:
        self.use("text", parent)

    def _in_arguments(self, node: ast.expr, parent: ast.arguments, shape: Shape) -> None:
        """As a parameter's default."""
        plain = [*parent.posonlyargs, *parent.args][::-1]
        defaults: list[ast.expr | None] = [*parent.defaults[::-1], *parent.kw_defaults]
        for arg, default in zip([*plain[: len(parent.defaults)], *parent.kwonlyargs], defaults, strict=True):
            if default is node:
                self.to_binding(arg, shape)
