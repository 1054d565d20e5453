"""Identity made equality: only the operators change."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.arrays import is_array, is_of_arrays
from flake8_pitfalls.fixing.edits import insert, is_in_own_text, replace_operator
from flake8_pitfalls.model import Edit, Fix, Safety

EQUAL: dict[type[ast.cmpop], str] = {ast.Is: "==", ast.IsNot: "!="}


def by_value(module: Module, node: ast.Compare, links: list[int]) -> Fix | None:
    """The fix that makes `==` of `is` and `!=` of `is not` at these operators (from 0); None where a place cannot be trusted.

    What numpy compares is no bool of Python's: such a comparison is put in `bool(…)` where its value is more than a condition.
    The other identities of the same chain change too, or it would mix two kinds of comparison; None where one is with `None` or `True`.
    """
    operands = [node.left, *node.comparators]
    every = [n for n, op in enumerate(node.ops) if type(op) in EQUAL]
    others = [operand for n in every if n not in links for operand in operands[n : n + 2]]
    if any(is_singleton(operand) for operand in others):
        return None
    edits: list[Edit] = []
    for number in every:
        change = replace_operator(module, node, number, EQUAL[type(node.ops[number])])
        if change is None:
            return None
        edits += change
    of_arrays = any(is_of_arrays(module, operand) for operand in operands)
    doubtful = bool(others) or is_in_own_text(module, node) or (of_arrays and any(is_array(module, operand) for operand in operands))
    if of_arrays and not is_condition(module, node):
        span = module.source.span(node)
        edits += (insert(span.start, "bool("), insert(span.end, ")"))
        doubtful = True
    return Fix("Compare by value", tuple(edits), Safety.UNSAFE if doubtful else Safety.SAFE)


def is_singleton(node: ast.expr) -> bool:
    """`None`, `True`, `False` and `...`, which are compared by identity rightly."""
    return isinstance(node, ast.Constant) and (node.value is None or node.value is ... or isinstance(node.value, bool))


def is_condition(module: Module, node: ast.AST) -> bool:
    """Whether only the truth of an expression matters: a test, or an operand of `not`, `and` or `or` in one."""
    parent = module.index.parent(node)
    while isinstance(parent, ast.BoolOp):
        node, parent = parent, module.index.parent(parent)
    if isinstance(parent, ast.UnaryOp):
        return isinstance(parent.op, ast.Not)
    if isinstance(parent, ast.comprehension):
        return node in parent.ifs
    return isinstance(parent, (ast.If, ast.While, ast.IfExp, ast.Assert, ast.match_case)) and node is (
        parent.guard if isinstance(parent, ast.match_case) else parent.test
    )
