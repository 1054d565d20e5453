"""Whether a reading of the wall clock is used for nothing but durations, so that another clock may take its place everywhere at once."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.clocks import ROUNDING, Difference, difference, is_reading

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Scope

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
        elif isinstance(node, ast.BinOp):
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
        for binding in (*scope.bindings.get(name, ()), *scope.elsewhere.get(name, ())):
            if binding.kind == "declared":
                continue
            if binding.kind not in ("assign", "walrus") or binding.value is None:
                raise NotOnlyDurations
            self._stored(binding.value, binding.path)
            self._other_targets(binding.node)
        for use in self.module.origins.loads(name, scope):
            self._use(use)

    def _is_shared(self, name: str) -> bool:
        """Whether a module that imports this one may read a variable or attribute of this name."""
        project = self.module.project
        if self._importers is None:
            self._importers = [project.files.text(path) or "" for path in project.importers()]
        return any(re.search(rf"\b{re.escape(name)}\b", text) for text in self._importers)

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
        elif not self._only_tested(node, parent):
            raise NotOnlyDurations

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
