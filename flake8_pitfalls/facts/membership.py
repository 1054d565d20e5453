"""Bools that are looked up among ints: what is known to be a bool, what is known to hold ints only, and what the answer can be."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import Any, NamedTuple

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.arrays import is_elementwise
from flake8_pitfalls.facts.folding import NOT_CONSTANT, folded
from flake8_pitfalls.facts.hints import Hints

DEPTH = 6  # names bound to names bound to …


class Lookup(NamedTuple):
    """`subject in container`; `answers`: what it gives of True and of False, None where the ints are not known."""

    subject: ast.expr
    container: ast.expr
    answers: tuple[bool, bool] | None


def bool_among_ints(node: ast.Compare, number: int, module: Module, hints: Hints) -> Lookup | None:
    """The look-up by the `in` or `not in` of that number, if a bool is looked up among ints there."""
    operands = [node.left, *node.comparators]
    subject, container = operands[number], operands[number + 1]
    if isinstance(subject, (ast.Constant, ast.JoinedStr, ast.Tuple, ast.List, ast.Dict, ast.Set)):
        return None
    if isinstance(container, (ast.Constant, ast.JoinedStr, ast.Compare, ast.Lambda)):
        return None
    ints = written_ints(container)
    if ints is None and not hints.could_hold_ints(container):
        return None
    if not hints.could_be_bool(subject) or not is_bool(subject, module):
        return None
    if ints is None:
        if not holds_ints(container, module):
            return None
        ints = known_ints(container, module)
    answers = None
    if ints is not None:
        wanted = isinstance(node.ops[number], ast.In)
        answers = ((1 in ints) is wanted, (0 in ints) is wanted)
    return Lookup(subject, container, answers)


# The subject


def is_bool(node: ast.expr, module: Module, depth: int = 0) -> bool:
    """Whether an expression is True or False in every run: a comparison counts, unless what it compares is known to answer item by item."""
    if depth > DEPTH:
        return False
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not)
    if isinstance(node, ast.Compare):
        return is_truth_value(node, module)
    if isinstance(node, ast.BoolOp):
        return all(is_bool(item, module, depth + 1) for item in node.values)
    if isinstance(node, ast.IfExp):
        return is_bool(node.body, module, depth + 1) and is_bool(node.orelse, module, depth + 1)
    if isinstance(node, ast.NamedExpr):
        return is_bool(node.value, module, depth + 1)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, bool)
    if isinstance(node, ast.Name) and is_bound_to_bools(node, module, depth):
        return True
    if not isinstance(node, (ast.Name, ast.Attribute, ast.Call, ast.Subscript)):
        return False
    from flake8_pitfalls.facts.values import type_name

    return module.values.certain(node, lambda value: type_name(value) == "builtins.bool") or returns_bool(node, module, depth)


def is_truth_value(node: ast.Compare, module: Module) -> bool:
    """Whether a comparison gives a bool: `is` and `in` always do, `==` and `<` unless an operand answers item by item."""
    if all(isinstance(op, (ast.Is, ast.IsNot, ast.In, ast.NotIn)) for op in node.ops):
        return True
    return not any(is_elementwise(module, operand) for operand in (node.left, *node.comparators))


def is_bound_to_bools(node: ast.Name, module: Module, depth: int) -> bool:
    """Whether everything that a name is bound to where it is read is a bool by its own text."""
    bindings = module.names.bindings(node)
    values = [binding.value if binding.kind in ("assign", "walrus") and not binding.path else None for binding in bindings]
    return bool(values) and all(value is not None and is_bool(value, module, depth + 1) for value in values)


def returns_bool(node: ast.expr, module: Module, depth: int) -> bool:
    """Whether a call runs a function of this module that ends in `return` and returns bools only."""
    from flake8_pitfalls.facts.values import Func

    if not isinstance(node, ast.Call):
        return False
    called = module.values.one(node.func)
    function = module.values.node_of(called) if isinstance(called, Func) else None
    if not isinstance(function, ast.FunctionDef) or function.decorator_list or not isinstance(function.body[-1], ast.Return):
        return False
    own = [item for item in module.index.of(ast.Return, ast.Yield, ast.YieldFrom) if module.index.function(item) is function]
    return all(isinstance(item, ast.Return) and item.value is not None and is_bool(item.value, module, depth + 1) for item in own)


# The container


def written_ints(node: ast.expr) -> list[int] | None:
    """The ints of a display that holds nothing else, of a dict its keys."""
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        items: Iterable[Any] = node.elts
    elif isinstance(node, ast.Dict):
        items = node.keys
    else:
        return None
    found: list[Any] = [folded(item) if isinstance(item, ast.expr) else NOT_CONSTANT for item in items]
    return found if found and all(type(item) is int for item in found) else None


def holds_ints(node: ast.expr, module: Module) -> bool:
    """Whether all that a container can hold is known, and is ints."""
    from flake8_pitfalls.facts.values import type_name

    def holds(value: Any) -> bool:
        items = module.values.evaluator.element(value)
        return bool(items) and all(type_name(item) == "builtins.int" for item in items)

    return module.values.certain(node, holds)


def known_ints(node: ast.expr, module: Module) -> list[int] | None:
    """The ints in a container whose items are all known by value."""
    from flake8_pitfalls.facts.values import Const, Mapping, Seq

    value = module.values.one(node)
    if not isinstance(value, (Seq, Mapping)):
        return None
    items = module.values.evaluator.element(value)
    found: list[int] = [item.value for item in items if isinstance(item, Const)]
    return found if len(found) == len(items) else None
