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
    """
    edits: list[Edit] = []
    for number in links:
        change = replace_operator(module, node, number, EQUAL[type(node.ops[number])])
        if change is None:
            return None
        edits += change
    operands = [node.left, *node.comparators]
    doubtful = is_in_own_text(module, node) or any(is_array(module, operand) for operand in operands)
    if not is_condition(module, node) and any(is_of_arrays(module, operand) for operand in operands):
        span = module.source.span(node)
        edits += (insert(span.start, "bool("), insert(span.end, ")"))
        doubtful = True
    return Fix("Compare by value", tuple(edits), Safety.UNSAFE if doubtful else Safety.SAFE)


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
