"""What a comparison chain says, `a op b op c` being `a op b and b op c`, and what was meant: one answer for PIT203 and PIT205.

Which shapes are taken for slips, and which for programs that mean what they say, was read off real code; the look-alikes that are right
are: two equal things (`a == b in ("'", '"')`, `a == b is not None`), a peak (`v[i-1] < v[i] > v[i+1]`), tests against one constant
(`0 != x != len(v)`, `a > 0 < b`).
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any, NamedTuple

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.peers import are_peers, differs_from_its_neighbours, last_name
from flake8_pitfalls.knowledge.symbols import SYMBOLS

OPPOSITE = {"in": "not in", "not in": "in", "is": "is not", "is not": "is"}
UP, DOWN = ("<", "<="), (">", ">=")
EQUALITY = ("==", "!=")
IDENTITY = ("is", "is not")
MEMBERSHIP = ("in", "not in")
PLAIN = frozenset(f"builtins.{name}" for name in ("str", "bytes", "int", "float", "complex"))


class Meant(NamedTuple):
    """What was plainly meant by a chain.

    `links`: the first and last of the operators that stay, from 0; `negated`: whether their opposite was meant (`x in y == False`);
    `middle`: of `a is None != b is None`, the operator that compares the two truth values, else -1.
    """

    links: tuple[int, int]
    negated: bool = False
    middle: int = -1


class Chain(NamedTuple):
    """A chain that does not say what it seems to say.

    `kind`: mixed (PIT203); differ, range, constants or truth (PIT205). `splits`: the operators (from 1) before which an `and` would stand
    if it were written out. `meant`: what was plainly meant, if that is plain.
    """

    kind: str
    symbols: tuple[str, ...]
    splits: tuple[int, ...]
    meant: Meant | None


def chain(node: ast.Compare, module: Module) -> Chain | None:
    """What is wrong with a comparison as a chain; None where nothing is, or where it may well be meant as it is written."""
    if len(node.ops) < 2:
        return None
    symbols = tuple(SYMBOLS[type(op)] for op in node.ops)
    operands = [node.left, *node.comparators]
    groups = [group(symbol) for symbol in symbols]
    splits = tuple(n for n in range(1, len(symbols)) if groups[n] != groups[n - 1])
    if splits:
        if all(is_written_as_meant(symbols, operands, n, module) for n in splits):
            return None
        return Chain("mixed", symbols, splits, what_was_meant(symbols, operands, groups))
    if groups[0] != "value":
        return None
    every = tuple(range(1, len(symbols)))
    meant = truth_of_order(symbols, operands)
    if meant is not None:
        return Chain("truth", symbols, every, meant)
    if says_nothing_of_the_ends(symbols, operands) and not differs_from_its_neighbours(operands):
        return Chain("differ", symbols, every, None)
    if is_failed_range(symbols, operands) and not are_peers(node, module):
        return Chain("range", symbols, every, None)
    if compares_constants(symbols, operands):
        return Chain("constants", symbols, every, None)
    return None


def group(symbol: str) -> str:
    """The three kinds of comparison, as pylint's bad-chained-comparison parts them."""
    return "identity" if symbol in IDENTITY else "membership" if symbol in MEMBERSHIP else "value"


# PIT203


def is_written_as_meant(symbols: Sequence[str], operands: Sequence[ast.expr], n: int, module: Module) -> bool:
    """Whether `a == b is not None`, `type(a) == type(b) is int` or `a == b in ("x", "y")`: of two equal things, what they are."""
    middle, right = operands[n], operands[n + 1]
    if symbols[n - 1] != "==" or is_constant(middle):
        return False
    if symbols[n] in IDENTITY:
        singleton = isinstance(right, ast.Constant) and (right.value is None or right.value is ...)
        return singleton or (module.names.qualified(right) or "").startswith("builtins.")
    return holds_no_bool(right, module)


def holds_no_bool(node: ast.expr, module: Module) -> bool:
    """Whether a container is written out or made here or where its name is bound, and holds nothing that is or may be a bool."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, (str, bytes))
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)) and node.elts:
        return all(is_constant(item) and not isinstance(getattr(item, "value", None), bool) for item in node.elts)
    if not isinstance(node, (ast.Name, ast.Attribute, ast.Call)):
        return False
    from flake8_pitfalls.facts.values import Many, type_name

    def is_plain(value: Any) -> bool:
        if isinstance(value, Many):
            return False  # of `sizes: list[int]` it is not plain that anybody thought of what it holds
        held = module.values.evaluator.element(value)
        return bool(held) and {type_name(one) for one in held} <= PLAIN

    return module.values.certain(node, is_plain)


def what_was_meant(symbols: Sequence[str], operands: Sequence[ast.expr], groups: Sequence[str]) -> Meant | None:
    """Of a mixed chain: a test of a truth value (`x in y == False`), or two tests compared (`a is None != b is None`)."""
    if len(symbols) == 3 and groups[0] == groups[2] != groups[1] and symbols[1] in (*EQUALITY, *IDENTITY):
        return Meant((0, 2), middle=1)
    last = len(symbols) - 1
    if truth_asked(symbols[last], operands[last + 1]) is not None and same_group(groups[:last]) and symbols[last - 1] not in EQUALITY:
        return Meant((0, last - 1), negated=truth_asked(symbols[last], operands[last + 1]) is False)
    if truth_asked(symbols[0], operands[0]) is not None and same_group(groups[1:]) and symbols[1] not in EQUALITY:
        return Meant((1, last), negated=truth_asked(symbols[0], operands[0]) is False)
    return None


def truth_asked(symbol: str, operand: ast.expr) -> bool | None:
    """Which truth `== True`, `is not False` and the like ask for; None where they are something else."""
    if not (isinstance(operand, ast.Constant) and isinstance(operand.value, bool)) or symbol not in (*EQUALITY, *IDENTITY):
        return None
    return operand.value is (symbol in ("==", "is"))


def same_group(groups: Sequence[str]) -> bool:
    return len(set(groups)) == 1


# PIT205


def truth_of_order(symbols: Sequence[str], operands: Sequence[ast.expr]) -> Meant | None:
    """`a < b == True`, `True == a < b`: a truth value asked of an order."""
    last = len(symbols) - 1
    if symbols[last - 1] in (*UP, *DOWN) and (truth := truth_asked(symbols[last], operands[last + 1])) is not None:
        return Meant((0, last - 1), negated=not truth)
    if symbols[1] in (*UP, *DOWN) and (truth := truth_asked(symbols[0], operands[0])) is not None:
        return Meant((1, last), negated=not truth)
    return None


def says_nothing_of_the_ends(symbols: Sequence[str], operands: Sequence[ast.expr]) -> bool:
    """`a != b != c` of values: not where one is a constant, which each of the others is then compared with, or one stands there twice."""
    if set(symbols) != {"!="} or any(is_literal(operand) for operand in operands):
        return False
    if 0 < sum(is_constant(operand) for operand in operands) < len(operands):
        return False
    return len({ast.dump(operand) for operand in operands}) == len(operands)


def is_failed_range(symbols: Sequence[str], operands: Sequence[ast.expr]) -> bool:
    """`low < x > high`: not two tests against one limit, nor tests against things of two kinds."""
    if not turns_round(symbols):
        return False
    left, middle, right = operands
    if is_literal(left) and is_literal(right):
        return not is_constant(middle)
    if is_constant(middle) or type(left) is not type(right):
        return False  # `0.4 < load > 1.9 * mean` and `found < error > tolerance` are two tests
    return ast.dump(left) != ast.dump(right) and not is_length(middle)


def compares_constants(symbols: Sequence[str], operands: Sequence[ast.expr]) -> bool:
    """`p >= 0.004 < 0.499`: one link of the two compares two constants, and the range test that it was to be never happens."""
    if not turns_round(symbols):
        return False
    left, middle, right = (is_literal(operand) for operand in operands)
    return middle and left is not right


def turns_round(symbols: Sequence[str]) -> bool:
    """Whether a chain of three goes up and then down, or down and then up."""
    return len(symbols) == 2 and ((symbols[0] in UP and symbols[1] in DOWN) or (symbols[0] in DOWN and symbols[1] in UP))


def is_literal(node: ast.expr) -> bool:
    """A constant that stands in the text, signs and displays included."""
    while isinstance(node, ast.UnaryOp):
        node = node.operand
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return all(isinstance(item, ast.Constant) for item in node.elts)
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Dict) and not node.keys)


def is_constant(node: ast.expr) -> bool:
    """A literal, or something that its name says is a constant: `LIMIT`, `Color.RED`; a single capital letter says nothing."""
    name = last_name(node)
    return is_literal(node) or (len(name) > 1 and name.isupper())


def is_length(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len"
