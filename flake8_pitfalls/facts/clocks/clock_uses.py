"""Whether a reading of the wall clock is used for nothing but durations, so that another clock may take its place everywhere at once."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.clocks.clocks import ROUNDING, Difference, difference, is_reading
from flake8_pitfalls.facts.containers import ADDS
from flake8_pitfalls.facts.handed import Function, argument, place_of, returned
from flake8_pitfalls.facts.holding import GIVES_TWO, contents, taken_from
from flake8_pitfalls.facts.places import know

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Binding, Scope

MOST = 400  # expressions looked at for one difference


class NotOnlyDurations(Exception):
    """A reading is used for something else, or may be."""


class Together:
    """All readings that must change together with those of one difference.

    `calls`: every one; `public`: whether one is kept in an attribute that other code may read.
    """

    def __init__(self, module: Module, start: Difference) -> None:
        self.module = module
        self.parents = module.index.parents
        self.calls: dict[ast.Call, None] = {}
        self.public = False
        self._importers: list[str] | None = None
        self._seen: set[object] = {start.node}
        self._work: list[ast.expr] = [start.left, start.right]

    def follow(self) -> bool:
        """Goes from the operands to all readings, and from those to all uses; False where one is no duration."""
        try:
            for _ in range(MOST):
                if not self._work:
                    return bool(self.calls)
                self._source(self._work.pop())
        except NotOnlyDurations:
            pass
        return False

    # From what is subtracted to where it was read

    def _source(self, node: ast.expr) -> None:
        if isinstance(node, ast.Name):
            scope = self.module.names.deciding(node.id, self.module.names.scope(node))
            if scope is None:
                raise NotOnlyDurations
            self._variable(node.id, scope)
        elif isinstance(node, ast.Attribute):
            owner = self.module.origins.class_of(node.value)
            if owner is None:
                raise NotOnlyDurations
            self._attribute(owner, node.attr)
        elif is_reading(node, self.module):
            assert isinstance(node, ast.Call)
            self.calls[node] = None
        elif isinstance(node, ast.Call) and self.module.names.qualified(node.func) in ROUNDING and node.args:
            self._work.append(node.args[0])
        elif taken_from(node) is not None:
            self._container(taken_from(node))
            if isinstance(node, ast.Call):
                self._work += node.args[1:]
        elif isinstance(node, ast.Call):
            self._results(node)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Div)):
            self._work.append(node.right if isinstance(node.left, ast.Constant) else node.left)
        elif isinstance(node, ast.NamedExpr):
            self._work += [node.value, node.target]
        elif not (isinstance(node, ast.Constant) and node.value is None):
            raise NotOnlyDurations  # what is 0 before the first reading would be a time long ago for one clock and soon for another

    def _variable(self, name: str, scope: Scope) -> None:
        if not self._is_new((scope, name)):
            return
        if scope.is_module and self._is_shared(name):
            raise NotOnlyDurations
        done: set[Binding] = set()
        for binding in (*scope.bindings.get(name, ()), *scope.elsewhere.get(name, ())):
            if self._is_duration(binding):
                done.add(binding)
            elif binding.kind == "parameter":
                self._handed_over(binding)
            elif binding.kind in ("for", "comprehension") and binding.value is not None:
                self._iterated(binding.value, binding.path)
            elif binding.kind in ("assign", "walrus") and binding.value is not None:
                self._stored(binding.value, binding.path)
                self._other_targets(binding.node)
            elif binding.kind != "declared":
                raise NotOnlyDurations
        for use in self.module.origins.loads(name, scope):
            reaching = set(self.module.names.bindings(use)) if done else set()
            if not reaching & done:
                self._use(use)
            elif not reaching <= done:
                raise NotOnlyDurations

    def _is_duration(self, binding: Binding) -> bool:
        """Whether a name is bound again to the duration itself: `t = time.time() - t`, `t -= time.time()`."""
        statement = self.parents[binding.node]
        value = statement if isinstance(statement, ast.AugAssign) else binding.value
        if binding.path or not isinstance(value, (ast.BinOp, ast.AugAssign)) or not isinstance(value.op, ast.Sub):
            return False
        self._subtracted(value)
        return True

    def _is_shared(self, name: str) -> bool:
        """Whether a module that imports this one may read a variable or attribute of this name."""
        project = self.module.project
        if self._importers is None:
            self._importers = [project.files.text(path) or "" for path in project.importers()]
        return know(self._importers, name)

    def _attribute(self, owner: ast.ClassDef, name: str) -> None:
        if not self._is_new((owner, name)):
            return
        stored = self.module.origins.stored(owner, name)
        if stored is None or self._is_shared(name):
            raise NotOnlyDurations
        for value, path in stored:
            self._stored(value, path)
        for node in self.module.origins.attributes(name):
            holder = self.module.origins.class_of(node.value)
            if holder is None:
                raise NotOnlyDurations
            if isinstance(node.ctx, ast.Load):
                self._use(node)
            else:
                self._other_targets(node)
        self.public = self.public or not name.startswith("_")

    def _container(self, container: ast.expr | None) -> None:
        """A list or dict that holds readings and nothing else, and that is only filled, looked into and gone through."""
        if not isinstance(container, (ast.Name, ast.Attribute)):
            raise NotOnlyDurations
        content = contents(container, self.module)
        if not content:
            raise NotOnlyDurations
        uses: list[ast.expr]
        if isinstance(container, ast.Name):
            scope = self.module.names.deciding(container.id, self.module.names.scope(container))
            if scope is None or (scope.is_module and self._is_shared(container.id)):
                raise NotOnlyDurations
            key: object = ("in", scope, container.id)
            uses = list(self.module.origins.loads(container.id, scope))
        else:
            key = ("in", container.attr)
            uses = [use for use in self.module.origins.attributes(container.attr) if isinstance(use.ctx, ast.Load)]
            self.public = self.public or not container.attr.startswith("_")
        if self._is_new(key):
            for item in content:
                if item.path:
                    raise NotOnlyDurations
                self._work.append(item.node)
            for use in uses:
                self._looked_into(use)

    def _looked_into(self, use: ast.expr) -> None:
        parent = self.parents[use]
        if isinstance(parent, ast.Attribute):
            call = self.parents[parent]
            if not isinstance(call, ast.Call) or call.func is not parent or parent.attr in ("copy", "popitem"):
                raise NotOnlyDurations
            if parent.attr in ("pop", "get", "popleft", "setdefault"):
                self._use(call)
            elif parent.attr in ("values", "items"):
                self._gone_through(call, (1,) if parent.attr == "items" else ())
        elif isinstance(parent, ast.Subscript) and isinstance(parent.ctx, ast.Load):
            self._use(parent)
        elif isinstance(parent, (ast.For, ast.comprehension)):
            self._gone_through(use, ())
        elif isinstance(parent, ast.FormattedValue) or (
            isinstance(parent, ast.Call) and self.module.names.qualified(parent.func) != "builtins.len"
        ):
            raise NotOnlyDurations

    def _gone_through(self, iterable: ast.expr, path: tuple[int, ...]) -> None:
        loop = self.parents[iterable]
        target: ast.expr | None = loop.target if isinstance(loop, (ast.For, ast.comprehension)) and loop.iter is iterable else None
        for place in path:
            target = target.elts[place] if isinstance(target, ast.Tuple) and place < len(target.elts) else None
        if not isinstance(target, ast.Name):
            raise NotOnlyDurations
        self._work.append(target)

    def _iterated(self, value: ast.expr, path: tuple[int, ...]) -> None:
        """The container that a loop's variable comes from."""
        wanted: tuple[int, ...] = ()
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr in ("values", "items"):
            wanted = (1,) if value.func.attr == "items" else ()
            value = value.func.value
        if path != wanted:
            raise NotOnlyDurations
        self._container(value)

    def _handed_over(self, binding: Binding) -> None:
        """A parameter: all calls of its function are seen, and each hands over a reading."""
        function = self.parents[self.parents[binding.node]]
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or function.decorator_list:
            raise NotOnlyDurations
        place, default = place_of(function, binding.name)
        for call in self._calls(function):
            shift = 1 if isinstance(call.func, ast.Attribute) else 0
            given = argument(call, place - shift if place is not None and place >= shift else None, binding.name)
            given = default if given is None else given
            if place is None or not isinstance(given, ast.expr):
                raise NotOnlyDurations
            self._work.append(given)

    def _results(self, node: ast.Call) -> None:
        """A function of this file that returns a reading: all its calls are used so."""
        function = self.module.origins.called(node)
        results = returned(function) if function is not None else None
        if function is None or not results:
            raise NotOnlyDurations
        if self._is_new(("calls", function)):
            self._work += results
            for call in self._calls(function):
                self._use(call)

    def _calls(self, function: Function) -> list[ast.Call]:
        calls = self.module.origins.calls_of(function)
        inside = isinstance(self.parents[function], (ast.FunctionDef, ast.AsyncFunctionDef))
        if not calls or (not inside and self._is_shared(function.name)):
            raise NotOnlyDurations
        self.public = self.public or not (inside or function.name.startswith("_"))
        return calls

    def _stored(self, value: ast.expr, path: tuple[int, ...]) -> None:
        for place in path:
            if not isinstance(value, (ast.Tuple, ast.List)) or place >= len(value.elts):
                raise NotOnlyDurations
            value = value.elts[place]
        self._work.append(value)

    def _other_targets(self, target: ast.AST) -> None:
        """`start = self.began = time.time()`: what else keeps the reading."""
        parent = self.parents[target]
        if isinstance(parent, ast.Assign) and len(parent.targets) > 1:
            for other in parent.targets:
                if not isinstance(other, (ast.Name, ast.Attribute)):
                    raise NotOnlyDurations
                self._work.append(other)
        elif isinstance(parent, ast.NamedExpr):
            self._use(parent)

    # From where it is kept to what is done with it

    def _use(self, node: ast.expr) -> None:
        parent = self.parents[node]
        if not self._is_new(("use", node)):
            return
        if isinstance(parent, (ast.BinOp, ast.AugAssign)) and isinstance(parent.op, ast.Sub):
            self._subtracted(parent)
        elif (isinstance(parent, ast.BinOp) and isinstance(parent.op, (ast.Mult, ast.Div))) or (
            isinstance(parent, ast.Call) and node is not parent.func and self.module.names.qualified(parent.func) in ROUNDING
        ):
            self._use(parent)
        elif isinstance(parent, ast.Assign) and all(isinstance(target, (ast.Name, ast.Attribute)) for target in parent.targets):
            self._work += parent.targets
        elif isinstance(parent, ast.AnnAssign) and isinstance(parent.target, (ast.Name, ast.Attribute)):
            self._work.append(parent.target)
        elif isinstance(parent, ast.NamedExpr):
            self._work.append(parent.target)
            self._use(parent)
        elif isinstance(parent, ast.Return):
            self._returned(parent)
        elif (
            isinstance(parent, ast.Call)
            and isinstance(parent.func, ast.Attribute)
            and parent.func.attr in (*ADDS, *GIVES_TWO, "pop", "get")
        ):
            self._container(parent.func.value)
        elif isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Subscript) and len(parent.targets) == 1:
            self._container(parent.targets[0].value)
        elif isinstance(parent, (ast.Call, ast.keyword)):
            self._argument(node, parent)
        elif not isinstance(parent, ast.Expr) and not self._only_tested(node, parent):
            raise NotOnlyDurations

    def _returned(self, node: ast.Return) -> None:
        function = self.module.index.function(node)
        if not isinstance(function, ast.FunctionDef):
            raise NotOnlyDurations
        calls = self._calls(function)
        self._results(calls[0])

    def _argument(self, node: ast.expr, parent: ast.Call | ast.keyword) -> None:
        """A reading handed to a function of this file: the parameter is one more name for it."""
        call = self.parents[parent] if isinstance(parent, ast.keyword) else parent
        function = self.module.origins.called(call) if isinstance(call, ast.Call) else None
        if function is None or not isinstance(call, ast.Call):
            raise NotOnlyDurations
        if isinstance(parent, ast.keyword):
            name = parent.arg
        else:
            plain = [item.arg for item in (*function.args.posonlyargs, *function.args.args)]
            place = call.args.index(node) + (1 if isinstance(call.func, ast.Attribute) else 0)
            name = plain[place] if place < len(plain) and not any(isinstance(item, ast.Starred) for item in call.args) else None
        scope = self.module.names.scope_of_body(function)
        if name is None or name not in scope.bindings:
            raise NotOnlyDurations
        self._variable(name, scope)

    def _subtracted(self, parent: ast.BinOp | ast.AugAssign) -> None:
        if not self._is_new(parent):
            return
        found = difference(parent, self.module)
        if found is None:
            raise NotOnlyDurations
        self._work += [found.left, found.right]

    def _only_tested(self, node: ast.expr, parent: ast.AST) -> bool:
        """Whether it is only asked whether there is a reading: `if self._start is None`, `if start:`."""
        if isinstance(parent, ast.Compare):
            operands = [parent.left, *parent.comparators]
            return all(isinstance(op, (ast.Is, ast.IsNot)) for op in parent.ops) and any(
                isinstance(other, ast.Constant) and other.value is None for other in operands
            )
        child: ast.AST = node
        while isinstance(parent, ast.BoolOp):
            child, parent = parent, self.parents[parent]
        if isinstance(parent, ast.UnaryOp):
            return isinstance(parent.op, ast.Not)
        return isinstance(parent, (ast.If, ast.While, ast.IfExp, ast.Assert)) and child is parent.test

    def _is_new(self, key: object) -> bool:
        if key in self._seen:
            return False
        self._seen.add(key)
        return True
