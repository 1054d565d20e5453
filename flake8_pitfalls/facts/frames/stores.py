"""Statements without blocks: assignments of every kind, imports, definitions, deletions."""

from __future__ import annotations

import ast
from typing import Any

from flake8_pitfalls.facts.frames.access import put_item
from flake8_pitfalls.facts.frames.base import Infeasible
from flake8_pitfalls.facts.frames.domain import (
    ANY_FRAME,
    UNSET,
    Array,
    Class,
    Column,
    Dict,
    Env,
    External,
    Frame,
    Function,
    Instance,
    List,
    Method,
    Ref,
    Scalar,
    Value,
    World,
)
from flake8_pitfalls.facts.frames.infer import label, labels
from flake8_pitfalls.facts.frames.pandas import Functions
from flake8_pitfalls.facts.frames.rows import series_of, unsure_columns, without
from flake8_pitfalls.facts.frames.views import array_behind, changed


class Stores(Functions):
    """What simple statements do."""

    def __init__(self, module: Any, budget: int) -> None:
        super().__init__(module, budget)
        self.functions: dict[ast.AST, Function] = {}
        self.classes: dict[ast.ClassDef, Ref] = {}
        self._generators: dict[Any, set[ast.AST]] = {}

    def execute(self, node: ast.stmt, world: World) -> None:
        if isinstance(node, ast.Assign):
            value = self.evaluate(node.value, world)
            for target in node.targets:
                self.store(target, value, world)
        elif isinstance(node, ast.AnnAssign):
            self._annotated_assignment(node, world)
        elif isinstance(node, ast.AugAssign):
            self._augmented(node, world)
        elif isinstance(node, ast.Expr):
            self.evaluate(node.value, world)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.bind(node.name, self.define(node, world), world)
        elif isinstance(node, ast.ClassDef):
            self.bind(node.name, self.make_class(node, world), world)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            self._imports(node, world)
        elif isinstance(node, ast.Delete):
            for target in node.targets:
                self._delete(target, world)

    def define(self, node: ast.FunctionDef | ast.AsyncFunctionDef, world: World) -> Value:
        raise NotImplementedError

    def annotated(self, annotation: ast.expr, env: Ref, world: World) -> Value:
        raise NotImplementedError

    def _annotated_assignment(self, node: ast.AnnAssign, world: World) -> None:
        if node.value is None:
            return
        value = self.evaluate(node.value, world)
        if value is None:
            value = self.annotated(node.annotation, world.env, world)
        self.store(node.target, value, world)

    def _augmented(self, node: ast.AugAssign, world: World) -> None:
        load = _loaded(node.target)
        before = self.evaluate(load, world)
        value = self.evaluate(node.value, world)
        listing = world.listing(before)
        if isinstance(node.op, ast.Add) and listing is not None and isinstance(before, Ref):
            world.put(before, self.extended(listing, value, world))
            return
        frame = world.frame(before)
        if frame is not None and isinstance(before, Ref):
            world.put(before, unsure_columns(frame))
            return
        if isinstance(before, Array):
            changed(before, world)
        self.store(node.target, self.binary(node.op, before, value, world), world)

    def _imports(self, node: ast.Import | ast.ImportFrom, world: World) -> None:
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.partition(".")[0]
                self.bind(alias.asname or first, self.imported(alias.name if alias.asname else first, world), world)
            return
        origin = "." * node.level + (node.module or "")
        for alias in node.names:
            if alias.name != "*":
                dot = "" if origin.endswith(".") or not origin else "."
                self.bind(alias.asname or alias.name, self.imported(f"{origin}{dot}{alias.name}", world), world)

    def imported(self, name: str, world: World) -> Value:
        """What an import of that dotted name brings."""
        from flake8_pitfalls.facts.frames.infer import kind_of_name

        kind = kind_of_name(name)
        return Scalar(kind) if kind is not None else External(name)

    # Targets

    def bind(self, name: str, value: Value, world: World) -> None:
        """Binds a name where the running scope says: here, in the module, or in a function around."""
        env = world.heap[world.env.at]
        assert isinstance(env, Env)
        declared = env.scope.outer.get(name)
        at: Ref | None = world.env
        if declared is ast.Global:
            at = self.root(world)
        elif declared is ast.Nonlocal:
            at = env.parent
            while at is not None:
                outer = world.heap[at.at]
                assert isinstance(outer, Env)
                if name in outer.names or name in outer.scope.bindings:
                    break
                at = outer.parent
        world.bind(name, value, at or world.env)

    def store(self, target: ast.expr, value: Value, world: World) -> None:
        if isinstance(target, ast.Name):
            self.bind(target.id, value, world)
        elif isinstance(target, ast.Starred):
            self.store(target.value, value, world)
        elif isinstance(target, (ast.Tuple, ast.List)):
            self._unpack(target, value, world)
        elif isinstance(target, ast.Attribute):
            self._set_attribute(self.evaluate(target.value, world), target, value, world)
        elif isinstance(target, ast.Subscript):
            self._set_item(target, value, world)

    def _unpack(self, target: ast.Tuple | ast.List, value: Value, world: World) -> None:
        items, exact = self.items(value, world)
        starred = next((n for n, part in enumerate(target.elts) if isinstance(part, ast.Starred)), None)
        wanted = len(target.elts)
        if starred is None and exact and len(items) != wanted:
            raise Infeasible
        if not exact or (starred is not None and len(items) < wanted - 1):
            inside = (
                [items[0]] * wanted
                if items and not any(world.frame(one) for one in items) and len(set(map(repr, items))) == 1
                else [None] * wanted
            )
            for part, item in zip(target.elts, inside, strict=True):
                self.store(part, None if isinstance(part, ast.Starred) else item, world)
            return
        if starred is not None:
            after = wanted - starred - 1
            middle = List(tuple(items[starred : len(items) - after]))
            items = [*items[:starred], world.new(middle), *items[len(items) - after :]]
        for part, item in zip(target.elts, items, strict=True):
            self.store(part, item, world)

    def _set_attribute(self, holder: Value, target: ast.Attribute, value: Value, world: World) -> None:
        thing = world.thing(holder)
        if isinstance(thing, (Instance, Class)) and isinstance(holder, Ref):
            world.put(holder, thing._replace(attributes={**thing.attributes, target.attr: value}))
            world.forget(target.value.id if isinstance(target.value, ast.Name) else "")
        elif isinstance(thing, Frame) and isinstance(holder, Ref):
            self._set_of_frame(holder, thing, target.attr, value, getattr(target, "lineno", 0), world)

    def _set_of_frame(self, ref: Ref, frame: Frame, name: str, value: Value, line: int, world: World) -> None:
        if name == "columns":
            new = labels(value, world)
            if new is None or frame.is_open or len(new) != len(frame.columns) or len(set(map(repr, new))) != len(new):
                world.put(ref, ANY_FRAME._replace(line=frame.line))
            else:
                world.put(ref, frame._replace(columns=tuple((one, column) for one, (_, column) in zip(new, frame.columns, strict=True))))
        elif name == "index":
            world.put(ref, frame._replace(row_labels=("made", line, 6)))
        elif frame.column(name) is not None:
            self.set_column(ref, name, value, line, world)

    def _set_item(self, target: ast.Subscript, value: Value, world: World) -> None:
        holder = self.evaluate(target.value, world)
        array = array_behind(holder)
        if array is not None:
            self.changed_through(target.value, array, world)
            return
        if isinstance(target.slice, ast.Slice):
            self._set_unknown(holder, value, world)
            return
        key = self.evaluate(target.slice, world)
        frame = world.frame(holder)
        if frame is not None and isinstance(holder, Ref):
            self._set_in_frame(holder, frame, key, value, target.lineno, world)
            return
        if isinstance(holder, Method) and holder.name in ("loc", "iloc", "at", "iat"):
            self._set_located(holder.of, holder.name, key, value, target.lineno, world)
            return
        thing = world.thing(holder)
        listing = world.listing(holder)
        if isinstance(thing, Dict) and isinstance(holder, Ref):
            world.put(holder, put_item(thing, label(key), value))
        elif listing is not None and isinstance(holder, Ref):
            place = label(key)
            if listing.exact and isinstance(place, int) and -len(listing.items) <= place < len(listing.items):
                items = list(listing.items)
                items[place] = value
                world.put(holder, listing._replace(items=tuple(items)))
            else:
                world.put(holder, listing._replace(strange=True, exact=False))
        else:
            self._set_unknown(holder, value, world)

    def changed_through(self, node: ast.expr, array: Array, world: World) -> None:
        """A Series or array is changed in place; of `frame.values` or `frame.to_numpy()`, so is the frame."""
        changed(array, world)
        if isinstance(node, ast.Call):
            node = node.func
        if isinstance(node, ast.Attribute) and node.attr in ("values", "to_numpy") and isinstance(node.value, (ast.Name, ast.Attribute)):
            of = self.evaluate(node.value, world)
            frame = world.frame(of)
            if frame is not None and isinstance(of, Ref):
                world.put(of, unsure_columns(frame))

    def _set_unknown(self, holder: Value, value: Value, world: World) -> None:
        """Something is set in a way that is not followed."""
        if isinstance(holder, Method):
            holder = holder.of
        frame, listing = world.frame(holder), world.listing(holder)
        if frame is not None and isinstance(holder, Ref):
            world.put(holder, ANY_FRAME._replace(line=frame.line))
        elif listing is not None and isinstance(holder, Ref):
            world.put(holder, listing._replace(strange=True, exact=False))

    def _set_in_frame(self, ref: Ref, frame: Frame, key: Value, value: Value, line: int, world: World) -> None:
        name = label(key)
        if name is not UNSET:
            self.set_column(ref, name, value, line, world)
            return
        names = labels(key, world) if world.listing(key) is not None else None
        if names is None or len(set(map(repr, names))) != len(names):
            world.put(ref, unsure_columns(frame)._replace(is_open=frame.is_open or not isinstance(key, Array)))
            return
        other = world.frame(value)
        for n, one in enumerate(names):
            if isinstance(value, Scalar):
                self.set_column(ref, one, value, line, world)
            elif other is not None and len(other.columns) == len(names) and not other.is_open:
                self.set_column(ref, one, series_of(other, other.labels[n]), line, world)
            else:
                self.set_column(ref, one, None, line, world)

    def _set_located(self, of: Value, how: str, key: Value, value: Value, line: int, world: World) -> None:
        """`frame.loc[rows, columns] = value`: whole columns are set as by name; else the dtypes are not known any more."""
        frame = world.frame(of)
        if frame is None or not isinstance(of, Ref):
            return
        parts = key.items if isinstance(key, List) and key.form == "tuple" else (key,)
        whole = how == "loc" and len(parts) == 2 and isinstance(parts[0], Scalar) and parts[0].kind == "slice"
        if whole and frame.column(label(parts[1])) is None and not frame.is_open:
            self._set_in_frame(of, frame, parts[1], value, line, world)
            return
        if len(parts) == 2 and how in ("loc", "at") and label(parts[1]) is not UNSET and isinstance(parts[0], Array):
            world.put(of, frame.with_column(label(parts[1]), Column(line=line)))
            return
        grown = unsure_columns(frame)
        name = label(parts[1]) if len(parts) == 2 and how in ("loc", "at") else None
        if name is UNSET or (how in ("loc", "at") and len(parts) > 2):
            grown = grown._replace(is_open=True)
        elif len(parts) == 2 and how in ("loc", "at") and frame.column(name) is None:
            grown = grown.with_column(name, Column(line=line))
        world.put(of, grown._replace(rows=None if frame.rows in (0, None) else -1, row_labels=None))

    def _delete(self, target: ast.expr, world: World) -> None:
        if isinstance(target, ast.Name):
            self.bind(target.id, None, world)
        elif isinstance(target, ast.Subscript):
            holder = self.evaluate(target.value, world)
            key = label(self.evaluate(target.slice, world)) if not isinstance(target.slice, ast.Slice) else UNSET
            frame, thing = world.frame(holder), world.thing(holder)
            if frame is not None and isinstance(holder, Ref):
                world.put(holder, without(frame, [key]) if key is not UNSET else ANY_FRAME)
            elif isinstance(thing, Dict) and isinstance(holder, Ref):
                kept = tuple(pair for pair in thing.items if pair[0] != key)
                world.put(holder, thing._replace(items=kept, strange=thing.strange or key is UNSET))
            elif (array := array_behind(holder)) is not None:
                changed(array, world)
            else:
                self._set_unknown(holder, None, world)
        elif isinstance(target, (ast.Tuple, ast.List)):
            for part in target.elts:
                self._delete(part, world)

    # Tests that are not understood

    def suppose(self, node: ast.expr, truth: bool, world: World, record: bool) -> bool:
        """Takes a test of unknown outcome one way; False where it was already taken the other way."""
        inner = node
        while isinstance(inner, ast.UnaryOp) and isinstance(inner.op, ast.Not):
            inner, truth = inner.operand, not truth
        if isinstance(inner, ast.BoolOp) and truth is isinstance(inner.op, ast.And):
            return all(self._suppose_part(part, truth, world, record) for part in inner.values)
        return self._suppose_part(inner, truth, world, record)

    def _suppose_part(self, node: ast.expr, truth: bool, world: World, record: bool) -> bool:
        asked = self.test_of(node)
        known = world.assumed.get(asked.text)
        if known is not None and record:
            return known[0] is (truth is asked.truth)
        self.narrow(node, truth, world)
        self.weaken(node, world)
        if record and asked.is_pure:
            world.assumed[asked.text] = (truth is asked.truth, asked.names)
        return True

    def narrow(self, node: ast.expr, truth: bool, world: World) -> None:
        """What a test says of a name: `x is None` gives it that value."""
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.left, ast.Name):
            right = node.comparators[0]
            is_none = isinstance(right, ast.Constant) and right.value is None
            if is_none and isinstance(node.ops[0], (ast.Is, ast.Eq)) is truth and self.lookup(node.left.id, world) is None:
                self.bind(node.left.id, Scalar("none", None), world)


def _loaded(target: ast.expr) -> ast.expr:
    """A target as an expression that reads it."""
    if isinstance(target, ast.Name):
        return ast.Name(target.id, ast.Load())
    if isinstance(target, ast.Attribute):
        return ast.Attribute(target.value, target.attr, ast.Load())
    if isinstance(target, ast.Subscript):
        return ast.Subscript(target.value, target.slice, ast.Load())
    return target
