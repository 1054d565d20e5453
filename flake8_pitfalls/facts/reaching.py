"""Which bindings of a name reach each place where it is read: only for names that are bound more than once."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.decided import decided
from flake8_pitfalls.facts.flow import Flow
from flake8_pitfalls.facts.index import COMPREHENSIONS, children

if TYPE_CHECKING:
    from flake8_pitfalls.facts.names import Binding, Names, Scope

State = dict[str, "frozenset[Binding]"]
Uses = dict[ast.AST, "frozenset[Binding]"]


def reaching(scope: Scope, names: Names) -> tuple[Uses, State]:
    """The bindings at each read in this scope (or in a class or comprehension that runs in it), and those at its end."""
    flow = Reaching(scope, names)
    state: State = {}
    if isinstance(scope.node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        for name, found in flow.tracked.items():
            parameters = [binding for binding in found.values() if binding.kind == "parameter"]
            if parameters:
                state[name] = frozenset(parameters)
    end = flow.run(getattr(scope.node, "body", []), state)
    return flow.uses, end or {}


class Reaching(Flow[State]):
    def __init__(self, scope: Scope, names: Names) -> None:
        super().__init__()
        self.scope = scope
        self.names = names
        self.tracked = {name: {binding.node: binding for binding in found} for name, found in scope.bindings.items() if len(found) > 1}
        self.uses: Uses = {}
        self.maybe = 0  # inside an operand that may not be evaluated

    def copy(self, state: State) -> State:
        return dict(state)

    def join(self, one: State, two: State) -> State:
        for name, found in two.items():
            known = one.get(name)
            one[name] = found if known is None else known | found
        return one

    def bind(self, name: str, node: ast.AST, state: State) -> None:
        binding = self.tracked.get(name, {}).get(node)
        if binding is None or binding.kind == "declared":
            return
        if binding.kind == "del":
            state.pop(name, None)
        elif self.maybe:
            state[name] = state.get(name, frozenset()) | {binding}
        else:
            state[name] = frozenset((binding,))

    def test(self, node: ast.expr, state: State) -> None:
        self.evaluate(node, state)

    def assume(self, node: ast.expr, truth: bool, state: State) -> State | None:
        return None if decided(node) is (not truth) else state

    def iterate(self, node: ast.For | ast.AsyncFor, state: State) -> None:
        self.evaluate(node.target, state)

    def enter(self, node: ast.withitem, state: State) -> None:
        self.evaluate(node.context_expr, state)
        if node.optional_vars is not None:
            self.evaluate(node.optional_vars, state)

    def caught(self, node: ast.ExceptHandler, state: State) -> None:
        if node.name:
            self.bind(node.name, node, state)

    def case(self, node: ast.match_case, state: State) -> None:
        for part in ast.walk(node.pattern):
            if isinstance(part, (ast.MatchAs, ast.MatchStar)) and part.name:
                self.bind(part.name, part, state)
            elif isinstance(part, ast.MatchMapping) and part.rest:
                self.bind(part.rest, part, state)
            elif isinstance(part, ast.MatchValue):
                self.evaluate(part.value, state)

    def simple(self, node: ast.stmt, state: State) -> None:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                self.bind(alias.asname or alias.name.split(".")[0], alias, state)
            return
        if isinstance(node, ast.ClassDef):
            for part in (*node.decorator_list, *node.bases, *node.keywords):
                self.evaluate(part, state)
            for inner in node.body:  # a class's body runs at once, in its own scope; its names are not ours to bind
                self._class_part(inner, state)
            self.bind(node.name, node, state)
            return
        self.evaluate(node, state)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.bind(node.name, node, state)

    def _class_part(self, node: ast.stmt, state: State) -> None:
        after = self.block([node], self.copy(state))
        for name in list(state):  # only `:=` and `del` could have changed our names
            if after is not None and name in after:
                state[name] = after[name]

    def evaluate(self, root: ast.AST, state: State) -> None:
        """Reads and binds the names of an expression or simple statement, in the order in which Python evaluates it."""
        stack: list[ast.AST | int] = [root]
        while stack:
            node = stack.pop()
            if node.__class__ is ast.Name:
                if node.id in self.tracked:
                    self._name(node, state)
            elif isinstance(node, int):  # the end (-1) or the beginning (1) of a part that may not run
                self.maybe += node
            elif node.__class__ is not ast.Constant:
                stack.extend(reversed(parts(node)))

    def _name(self, node: ast.Name, state: State) -> None:
        stored = not isinstance(node.ctx, ast.Load)
        read = not stored or isinstance(self.names.index.parents[node], ast.AugAssign)  # `n += 1` reads `n` first
        if read and self.names.deciding(node.id, self.names.scope(node)) is self.scope:
            self.uses[node] = self.uses.get(node, frozenset()) | state.get(node.id, frozenset())
        if stored:
            self.bind(node.id, node, state)


Parts = list[ast.AST | int]


def parts(node: ast.AST) -> Parts:
    """The children of an expression or simple statement in the order of evaluation; 1 and -1 around what may not run."""
    ordered = IN_ANOTHER_ORDER.get(node.__class__)
    return ordered(node) if ordered is not None else children(node)  # type: ignore[return-value]


def _of_lambda(node: ast.Lambda) -> Parts:
    return [*node.args.defaults, *[default for default in node.args.kw_defaults if default is not None]]


def _of_function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Parts:
    arguments = node.args
    defaults = [*arguments.defaults, *[default for default in arguments.kw_defaults if default is not None]]
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    annotations = [item.annotation for item in every if item is not None and item.annotation is not None]
    return [*node.decorator_list, *defaults, *annotations, *([node.returns] if node.returns is not None else [])]


def _of_annotated(node: ast.AnnAssign) -> Parts:
    return [*([node.value] if node.value is not None else []), node.annotation, node.target]


def _of_comprehension(node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Parts:
    results: list[ast.AST] = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
    inner: list[ast.AST] = [node.generators[0].target, *node.generators[0].ifs]
    for generator in node.generators[1:]:
        inner += [generator.iter, generator.target, *generator.ifs]
    return [node.generators[0].iter, 1, *inner, *results, -1]


IN_ANOTHER_ORDER: dict[type, Callable[[Any], Parts]] = {
    ast.Lambda: _of_lambda,
    ast.FunctionDef: _of_function,
    ast.AsyncFunctionDef: _of_function,
    ast.Assign: lambda node: [node.value, *node.targets],
    ast.AugAssign: lambda node: [node.value, node.target],
    ast.AnnAssign: _of_annotated,
    ast.NamedExpr: lambda node: [node.value, node.target],
    ast.BoolOp: lambda node: [node.values[0], 1, *node.values[1:], -1],
    ast.IfExp: lambda node: [node.test, 1, node.body, node.orelse, -1],
    **dict.fromkeys(COMPREHENSIONS, _of_comprehension),
}
