"""Readings of the wall clock: which expressions are `time.time()` readings, taken now or kept since, and which differences they make."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.origins import Origin

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

WALL_CLOCK = "time.time"
ROUNDING = frozenset(("builtins.int", "builtins.round", "builtins.float", "math.floor", "math.ceil", "math.trunc"))
DEPTH = 12
FOLLOWED = (ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.IfExp, ast.BoolOp, ast.NamedExpr)


class Readings(NamedTuple):
    """What an expression reads: `calls` of the clock in this file, the scale it brings them to, and whether it can be 0 instead.

    `far`: a reading that a function of another module takes; `rounded`: an `int` or `round` stands around a reading.
    """

    calls: tuple[ast.Call, ...]
    scale: float
    or_zero: bool
    far: bool
    rounded: bool


def is_reading(node: ast.expr, module: Module) -> bool:
    """Whether an expression is a call of the wall clock, under whatever name."""
    if not isinstance(node, ast.Call) or node.args or node.keywords:
        return False
    if isinstance(node.func, ast.Attribute) and node.func.attr != "time" and not isinstance(node.func.value, ast.Name):
        return False
    if module.names.qualified(node.func) == WALL_CLOCK:
        return WALL_CLOCK not in module.values.view.patched
    clock = module.origins.one(node.func) if isinstance(node.func, (ast.Name, ast.Attribute)) else None
    return clock is not None and clock is not node.func and module.names.qualified(clock) == WALL_CLOCK


def readings(node: ast.expr, module: Module, depth: int = 0) -> Readings | None:
    """What an expression reads of the wall clock, where in every run it is such a reading (or a 0 or None that stands for none yet)."""
    if depth > DEPTH:
        return None
    direct = _direct(node, module, depth)
    if direct is not None:
        return direct
    origins = module.origins.of(node) if isinstance(node, FOLLOWED) else None
    if not origins or origins == (Origin(node),):
        return _imported(node, module) if isinstance(node, (ast.Name, ast.Attribute)) else None
    found: list[Readings] = []
    or_zero = False
    for origin in origins:
        if origin.path:
            return None
        if isinstance(origin.node, ast.Constant) and (origin.node.value is None or origin.node.value == 0):
            or_zero = or_zero or origin.node.value is not None
            continue
        more = readings(origin.node, module, depth + 1)
        if more is None:
            return None
        found.append(more)
    if not found or len({one.scale for one in found}) > 1:
        return None
    calls = tuple(dict.fromkeys(call for one in found for call in one.calls))
    zero = or_zero or any(one.or_zero for one in found)
    return Readings(calls, found[0].scale, zero, any(one.far for one in found), any(one.rounded for one in found))


def _direct(node: ast.expr, module: Module, depth: int) -> Readings | None:
    """A reading that is taken here, in another scale or rounded perhaps."""
    if isinstance(node, ast.Call):
        if is_reading(node, module):
            return Readings((node,), 1.0, False, False, False)
        if node.args and not node.keywords and module.names.qualified(node.func) in ROUNDING:
            inner = readings(node.args[0], module, depth + 1)
            return inner._replace(rounded=True) if inner is not None else None
        return _far(node, module)
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Div)):
        return _scaled(node, module, depth)
    return None


def _scaled(node: ast.BinOp, module: Module, depth: int) -> Readings | None:
    value, factor = node.left, node.right
    if isinstance(node.op, ast.Mult) and isinstance(value, ast.Constant):
        value, factor = factor, value
    if not isinstance(factor, ast.Constant) or type(factor.value) not in (int, float) or not factor.value:
        return None
    inner = readings(value, module, depth + 1)
    if inner is None:
        return None
    number = float(factor.value)  # type: ignore[arg-type]
    return inner._replace(scale=inner.scale * number if isinstance(node.op, ast.Mult) else inner.scale / number)


def _far(node: ast.Call, module: Module) -> Readings | None:
    """A call of another module's function that returns a reading."""
    from flake8_pitfalls.facts.values import Func

    values = module.values
    called = values.of(node.func)
    if not called or not all(isinstance(value, Func) and value.module != values.view.module for value in called):
        return None
    return Readings((), 1.0, False, True, False) if _are_readings(values.of(node), module) else None


def _imported(node: ast.Name | ast.Attribute, module: Module) -> Readings | None:
    """A reading that the body of another module keeps under a name: `START`."""
    from flake8_pitfalls.facts.values import ModuleOf

    values = module.values
    if isinstance(node, ast.Name):
        binding = module.names.only(node)
        if binding is None or binding.kind != "import":
            return None
    elif not values.certain(node.value, lambda value: isinstance(value, ModuleOf)):
        return None
    return Readings((), 1.0, False, True, False) if _are_readings(values.of(node), module) else None


def _are_readings(found: frozenset[Any], module: Module) -> bool:
    """Whether values are all what a call of the wall clock gave."""
    from flake8_pitfalls.facts.values import Inst, Thing

    evaluator = module.project.evaluator
    for value in found:
        site = value.site if isinstance(value, Inst) else None
        if site is None or evaluator.of(site.term[1], site.view, site.env) != frozenset((Thing(WALL_CLOCK),)):
            return False
    return bool(found)


class Difference(NamedTuple):
    """A subtraction of one reading from another: the operands, and what each reads."""

    node: ast.BinOp | ast.AugAssign
    left: ast.expr
    right: ast.expr
    reads: tuple[Readings, Readings]


def difference(node: ast.BinOp | ast.AugAssign, module: Module) -> Difference | None:
    """The readings that a subtraction subtracts, where both operands are nothing but readings in one scale."""
    if not isinstance(node.op, ast.Sub):
        return None
    left, right = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
    if not (_may_read(left) and _may_read(right)) or _is_fraction(left, right, module):
        return None
    one = readings(left, module)
    other = readings(right, module) if one is not None else None
    if one is None or other is None or one.scale != other.scale or not (one.calls or other.calls):
        return None
    return Difference(node, left, right, (one, other))


def _is_fraction(left: ast.expr, right: ast.expr, module: Module) -> bool:
    """Whether both operands are one reading, as in `now - int(now)`, or `now - whole` after `whole = int(now)`."""
    one, other = _bare(left, module), _bare(right, module)
    if isinstance(one, ast.Call) and one is left and other is right:
        return False  # `time.time() - time.time()` are two
    if ast.dump(one) == ast.dump(other):
        return True
    binding = module.names.only(other) if isinstance(other, ast.Name) else None
    if binding is None or binding.kind != "assign" or binding.value is None or binding.path or not isinstance(one, ast.Name):
        return False
    whole = _bare(binding.value, module)
    read = module.names.only(one)
    return read is not None and isinstance(whole, ast.Name) and module.names.only(whole) is read


def _bare(node: ast.expr, module: Module) -> ast.expr:
    """An expression without rounding and scaling around it."""
    while True:
        if isinstance(node, ast.Call) and node.args and module.names.qualified(node.func) in ROUNDING:
            node = node.args[0]
        elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Div)):
            node = node.right if isinstance(node.left, ast.Constant) else node.left
        else:
            return node


def _may_read(node: ast.expr) -> bool:
    """Whether an expression has a shape that could be a reading at all: cheap."""
    return isinstance(node, (*FOLLOWED, ast.BinOp))


def is_guarded(node: ast.BinOp | ast.AugAssign, module: Module) -> bool:
    """Whether the two readings are compared with each other in the same function: the author knows that the clock may go back."""
    if not isinstance(node, ast.BinOp):
        return False
    function, pair = module.index.function(node), {ast.dump(node.left), ast.dump(node.right)}
    return any(
        isinstance(test, ast.Compare)
        and len(test.ops) == 1
        and isinstance(test.ops[0], (ast.Lt, ast.LtE, ast.Gt, ast.GtE))
        and module.index.function(test) is function
        and {ast.dump(test.left), ast.dump(test.comparators[0])} == pair
        for test in module.index.of(ast.Compare)
    )
