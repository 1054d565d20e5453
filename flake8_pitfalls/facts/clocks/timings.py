"""What `timeit` measured: which expressions are the seconds of N runs, divided and scaled perhaps.

Source of the defaults: the library reference, `timeit`: `number=1000000`, `repeat=5`; `autorange` gives (number, seconds).
"""

from __future__ import annotations

import ast
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.handed import argument
from flake8_pitfalls.facts.origins import EACH, Origin

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

DEFAULT_NUMBER = 1_000_000
DEFAULT_REPEAT = 5
DEPTH = 16
NUMBER_PLACE = {"timeit.timeit": 3, "timeit.repeat": 4, "timeit": 0, "repeat": 1}  # of the functions, and of the methods
ONE_OF = frozenset(("builtins.min", "builtins.max", "statistics.mean", "statistics.fmean", "statistics.median", "statistics.quantiles"))
SAME = frozenset(("builtins.round", "builtins.float", "builtins.abs"))


class Runs(NamedTuple):
    """How many runs a measurement took: `known`, or `key`, which is equal for expressions that stand for the same number."""

    known: int | None
    key: str
    is_default: bool = False


class Seconds(NamedTuple):
    """A number: the seconds that `runs` took in all, times `factor`, divided by the number of runs where `each`."""

    runs: Runs
    factor: Fraction
    each: bool
    call: ast.Call


class Several(NamedTuple):
    """The results of `repeat`, or of something done to each."""

    item: Seconds


class Pair(NamedTuple):
    """What `autorange` gives."""

    call: ast.Call


class Count(NamedTuple):
    """A number of runs."""

    runs: Runs


Result = Seconds | Several | Pair | Count


def agreed(results: list[Result | None]) -> Result | None:
    """The one result that all are, but for the call that gave it."""
    alike = {result._replace(call=None) if isinstance(result, (Seconds, Pair)) else result for result in results}  # type: ignore[arg-type]
    return results[0] if len(alike) == 1 else None


class Timings:
    """What timeit measured in one module."""

    def __init__(self, module: Module) -> None:
        self.module = module

    def of(self, node: ast.expr, depth: int = 0) -> Result | None:
        """What an expression is, where it is the same in every run; None where it is something else, or that is not known."""
        if depth > DEPTH:
            return None
        if isinstance(node, (ast.BinOp, ast.Subscript, ast.ListComp, ast.GeneratorExp)):
            return self._composed(node, depth + 1)
        origins = self.module.origins.of(node)
        if not origins:
            return None
        return agreed([self._origin(origin, node, depth + 1) for origin in origins])

    def _origin(self, origin: Origin, node: ast.expr, depth: int) -> Result | None:
        value = origin.node
        result = self._call(value, depth) if isinstance(value, ast.Call) else self.of(value, depth) if value is not node else None
        for step in origin.path:
            result = self._part(result, step)
        return result

    def _part(self, result: Result | None, step: int | str) -> Result | None:
        if isinstance(result, Several):
            return result.item
        if isinstance(result, Pair) and step in (0, 1, -1, -2):
            runs = Runs(None, f"autorange at {result.call.lineno}:{result.call.col_offset}")
            return Count(runs) if step in (0, -2) else Seconds(runs, Fraction(1), False, result.call)
        return None

    def _composed(self, node: ast.BinOp | ast.Subscript | ast.ListComp | ast.GeneratorExp, depth: int) -> Result | None:
        if isinstance(node, ast.Subscript):
            key = self.constant(node.slice)
            taken = self.of(node.value, depth)
            if taken is not None and (isinstance(taken, Several) or key is not None):
                return self._part(taken, int(key) if key is not None else EACH)
            origins = self.module.origins.of(node)
            return agreed([self._origin(origin, node, depth) for origin in origins or ()])
        if isinstance(node, (ast.ListComp, ast.GeneratorExp)):
            item = self.of(node.elt, depth)
            return Several(item) if isinstance(item, Seconds) else None
        return self._operation(node, depth)

    def _operation(self, node: ast.BinOp, depth: int) -> Result | None:
        if not isinstance(node.op, (ast.Mult, ast.Div)):
            return None
        left, right = node.left, node.right
        value = self.of(left, depth)
        if value is None and isinstance(node.op, ast.Mult):
            left, right = right, left
            value = self.of(left, depth)
        if not isinstance(value, Seconds):
            return self._mean(node, depth)
        if isinstance(node.op, ast.Div) and not value.each and self.runs(right, depth).key == value.runs.key:
            return value._replace(each=True)
        number = self.constant(right)
        if not number:
            return None
        return value._replace(factor=value.factor * number if isinstance(node.op, ast.Mult) else value.factor / number)

    def _mean(self, node: ast.BinOp, depth: int) -> Result | None:
        """`sum(results) / len(results)`."""
        one, other = node.left, node.right
        if not (isinstance(node.op, ast.Div) and isinstance(one, ast.Call) and isinstance(other, ast.Call)):
            return None
        if [self.module.names.qualified(call.func) for call in (one, other)] != ["builtins.sum", "builtins.len"]:
            return None
        values = [self.of(call.args[0], depth) if call.args else None for call in (one, other)]
        return values[0].item if isinstance(values[0], Several) and values[0] == values[1] else None

    # Calls

    def _call(self, node: ast.Call, depth: int) -> Result | None:
        name = self.module.names.qualified(node.func)
        if name in ("timeit.timeit", "timeit.repeat"):
            return self._measured(node, name, name.endswith("repeat"), depth)
        if name in ONE_OF and len(node.args) == 1:
            several = self.of(node.args[0], depth)
            return several.item if isinstance(several, Several) else None
        if name == "builtins.sorted" and node.args:
            several = self.of(node.args[0], depth)
            return several if isinstance(several, Several) else None
        if name in SAME and node.args:
            return self.of(node.args[0], depth)
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("timeit", "repeat", "autorange") and self.is_timer(node.func.value):
            if node.func.attr == "autorange":
                return Pair(node)
            return self._measured(node, node.func.attr, node.func.attr == "repeat", depth)
        return None

    def is_timer(self, node: ast.expr) -> bool:
        """Whether an expression is a `timeit.Timer` wherever it comes from."""
        origins = self.module.origins.of(node)
        return bool(origins) and all(
            not origin.path and isinstance(origin.node, ast.Call) and self.module.names.qualified(origin.node.func) == "timeit.Timer"
            for origin in origins or ()
        )

    def _measured(self, node: ast.Call, kind: str, several: bool, depth: int) -> Result | None:
        given = argument(node, NUMBER_PLACE[kind], "number")
        if given is None:
            runs = Runs(DEFAULT_NUMBER, str(DEFAULT_NUMBER), True)
        elif isinstance(given, ast.expr):
            runs = self.runs(given, depth)
        else:
            return None
        seconds = Seconds(runs, Fraction(1), False, node)
        return Several(seconds) if several else seconds

    # Numbers

    def runs(self, node: ast.expr, depth: int = 0) -> Runs:
        """A number of runs: its value where it is constant, else what tells it from others."""
        known = self.constant(node)
        if known is not None and known.denominator == 1:
            return Runs(int(known), str(int(known)))
        counted = self.of(node, depth + 1) if isinstance(node, ast.Name) else None
        if isinstance(counted, Count):
            return counted.runs
        if isinstance(node, ast.Name):
            binding = self.module.names.only(node)
            if binding is not None:
                return Runs(None, f"{binding.name} bound at {getattr(binding.node, 'lineno', 0)}:{getattr(binding.node, 'col_offset', 0)}")
        return Runs(None, ast.dump(node) if isinstance(node, ast.Attribute) else f"{id(node)}")

    def constant(self, node: ast.expr, depth: int = 0) -> Fraction | None:
        """The number that an expression is, exactly as it is written: `1e-3` is a thousandth."""
        if depth > DEPTH:
            return None
        if isinstance(node, ast.Constant):
            return Fraction(str(node.value)) if type(node.value) in (int, float) and abs(node.value) < 1e300 else None  # type: ignore[arg-type]
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            operand = self.constant(node.operand, depth + 1)
            return -operand if operand is not None else None
        if isinstance(node, ast.BinOp):
            left, right = self.constant(node.left, depth + 1), self.constant(node.right, depth + 1)
            return calculated(node.op, left, right) if left is not None and right is not None else None
        if (
            isinstance(node, ast.Call)
            and len(node.args) == 1
            and self.module.names.qualified(node.func) in ("builtins.int", "builtins.float")
        ):
            return self.constant(node.args[0], depth + 1)
        if isinstance(node, (ast.Name, ast.Attribute)):
            made = self.module.origins.one(node)
            if made is not None and made is not node:
                return self.constant(made, depth + 1)
            from flake8_pitfalls.facts.values import Const

            value = self.module.values.one(node)
            if isinstance(value, Const) and value.type in ("int", "float"):
                return Fraction(str(value.value))
        return None


def calculated(op: ast.operator, left: Fraction, right: Fraction) -> Fraction | None:
    """One operation, where it stays small and exact."""
    if isinstance(op, ast.Mult):
        return left * right
    if isinstance(op, ast.Div):
        return left / right if right else None
    if isinstance(op, ast.Add):
        return left + right
    if isinstance(op, ast.Sub):
        return left - right
    if isinstance(op, ast.FloorDiv):
        return Fraction(left // right) if right else None
    if isinstance(op, ast.Pow) and right.denominator == 1 and abs(right) <= 30 and left:
        return Fraction(left ** int(right))
    return None
