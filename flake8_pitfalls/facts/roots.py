"""Square roots that are taken as floats and cut to an int: where, of what, and what is known of that number."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.folding import NOT_CONSTANT, folded
from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.facts.values import Const, Param, Unknown, type_name

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

# The smallest int whose floored float root is wrong: 67108865 ** 2 - 1, measured.
FIRST_WRONG = 4503599761588224
CUTS = frozenset(("builtins.int", "math.floor", "math.trunc"))
INTS = frozenset(("builtins.int", "builtins.bool"))
DEPTH = 20
# What is called so is mostly measured or computed, a float; said of names of which nothing else is known.
MEASURED = frozenset(
    [
        "area",
        "avg",
        "average",
        "density",
        "dist",
        "distance",
        "energy",
        "force",
        "intensity",
        "length",
        "loss",
        "mass",
        "mean",
        "mse",
        "power",
        "pressure",
        "price",
        "probability",
        "radius",
        "rate",
        "ratio",
        "scale",
        "score",
        "speed",
        "temperature",
        "var",
        "variance",
        "velocity",
        "voltage",
        "volume",
        "weight",
    ]
)


class CutRoot(NamedTuple):
    """`outer`: the outermost call that cuts; `root`: what takes the root; `number`: of what; `here`: whether `outer` holds all of it."""

    outer: ast.Call
    root: ast.expr
    number: ast.expr
    here: bool


def cut_roots(module: Module) -> Iterator[CutRoot]:
    """All float roots that are cut, found from what takes a root, since that is rare."""
    kept: set[str] = set()
    for root in _likely(module):
        parent = module.index.parent(root)
        if isinstance(parent, ast.Call) and root in parent.args:
            while isinstance(around := module.index.parent(parent), ast.Call) and parent in around.args and _cuts(around, module):
                parent = around
            found = cut_root(parent, module)
            if found is not None:
                yield found
        elif isinstance(parent, ast.Assign):
            kept.update(target.id for target in parent.targets if isinstance(target, ast.Name))
    for node in module.index.of(ast.Call) if kept else ():
        assert isinstance(node, ast.Call)
        if _may_cut(node) and isinstance(node.args[0], ast.Name) and node.args[0].id in kept:
            found = cut_root(node, module)
            if found is not None:
                yield found


def _likely(module: Module) -> Iterator[ast.expr]:
    """What looks like a root at a first glance."""
    for node in module.index.of(ast.BinOp):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow) and isinstance(node.right, (ast.Constant, ast.BinOp)):
            yield node
    other_names = _other_names(module)
    for node in module.index.of(ast.Call):
        if isinstance(node, ast.Call) and 1 <= len(node.args) <= 2 and isinstance(node.func, (ast.Name, ast.Attribute)):
            word = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if word in ("sqrt", "pow") or (isinstance(node.func, ast.Name) and word in other_names):
                yield node


def _other_names(module: Module) -> set[str]:
    """Other names that an import gives to `math.sqrt` and `math.pow`."""
    imports = [node for node in module.index.of(ast.ImportFrom) if isinstance(node, ast.ImportFrom) and node.module == "math"]
    return {alias.asname for node in imports for alias in node.names if alias.asname and alias.name in ("sqrt", "pow")}


def _may_cut(node: ast.Call) -> bool:
    return len(node.args) == 1 and not node.keywords and isinstance(node.func, (ast.Name, ast.Attribute))


def cut_root(node: ast.Call, module: Module) -> CutRoot | None:
    """The float root that a call cuts, if it is the outermost such call."""
    if not _cuts(node, module):
        return None
    parent = module.index.parent(node)
    if isinstance(parent, ast.Call) and node in parent.args and _cuts(parent, module):
        return None
    inner: ast.expr = node.args[0]
    while isinstance(inner, ast.Call) and _cuts(inner, module):
        inner = inner.args[0]
    here = True
    if isinstance(inner, ast.Name):
        made = module.origins.one(inner)
        inner, here = (made, False) if made is not None else (inner, True)
    number = rooted(inner, module)
    return CutRoot(node, inner, number, here) if number is not None else None


def _cuts(node: ast.Call, module: Module) -> bool:
    return (
        len(node.args) == 1
        and not node.keywords
        and isinstance(node.func, (ast.Name, ast.Attribute))
        and module.names.qualified(node.func) in CUTS
    )


def rooted(node: ast.expr, module: Module) -> ast.expr | None:
    """The number under the root: of `math.sqrt(n)`, `n ** 0.5`, `n ** (1 / 2)`, `pow(n, 0.5)`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        return node.left if folded(node.right) == 0.5 else None
    if not isinstance(node, ast.Call) or node.keywords or any(isinstance(item, ast.Starred) for item in node.args):
        return None
    name = module.names.qualified(node.func)
    if name == "math.sqrt" and len(node.args) == 1:
        return node.args[0]
    if name in ("builtins.pow", "math.pow") and len(node.args) == 2 and folded(node.args[1]) == 0.5:
        return node.args[0]
    return None


def is_int(node: ast.expr, module: Module) -> bool:
    """Whether the number under the root is an int in every run."""
    return module.values.certain(node, lambda value: type_name(value) in INTS)


def may_be_wrong(node: ast.expr, module: Module) -> bool:
    """Whether the number is an int that may be as large, or one of which nothing speaks against that."""
    constant = folded(node)
    if constant is not NOT_CONSTANT:
        return type(constant) is int and constant >= FIRST_WRONG
    if shows_float(node) or is_counted(node, module) or is_distance(node):
        return False
    if is_int(node, module):
        return True
    return _nothing_against(node, module, 0)


def shows_float(node: ast.expr) -> bool:
    """Whether a float or a true division stands in an expression that computes a number."""
    stack: list[ast.expr] = [node]
    while stack:
        part = stack.pop()
        if isinstance(part, ast.Constant) and not isinstance(part.value, int):
            return True
        if isinstance(part, ast.BinOp):
            if isinstance(part.op, ast.Div):
                return True
            stack += [part.left, part.right]
        elif isinstance(part, ast.UnaryOp):
            stack.append(part.operand)
        elif isinstance(part, ast.IfExp):
            stack += [part.body, part.orelse]
    return False


def is_counted(node: ast.expr, module: Module) -> bool:
    """Whether a number counts what is in memory: `len(x)`, `len(x) - 1`; it never grows so large."""
    if isinstance(node, ast.BinOp):
        sides = [node.left, node.right]
        return any(is_counted(side, module) for side in sides) and all(
            is_counted(side, module) or isinstance(folded(side), int) for side in sides
        )
    if isinstance(node, ast.Name):
        made = module.origins.one(node)
        return made is not None and made is not node and not isinstance(made, ast.Name) and is_counted(made, module)
    return isinstance(node, ast.Call) and module.names.qualified(node.func) == "builtins.len"


def is_distance(node: ast.expr) -> bool:
    """Whether a number is a sum of two squares, as of a distance: those are mostly floats."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and _is_square(node.left) and _is_square(node.right)


def _is_square(node: ast.expr) -> bool:
    if not isinstance(node, ast.BinOp):
        return False
    if isinstance(node.op, ast.Pow):
        return bool(folded(node.right) == 2)
    return isinstance(node.op, ast.Mult) and ast.dump(node.left) == ast.dump(node.right)


def _nothing_against(node: ast.expr, module: Module, depth: int) -> bool:
    """Whether an expression is put together of names alone by operators that keep ints, and no name is known to be anything else."""
    if depth > DEPTH:
        return False
    if isinstance(node, ast.Constant):
        return type(node.value) is int
    if isinstance(node, ast.BinOp):
        return _nothing_against(node.left, module, depth + 1) and _nothing_against(node.right, module, depth + 1)
    if isinstance(node, ast.UnaryOp):
        return _nothing_against(node.operand, module, depth + 1)
    if isinstance(node, ast.Call) and module.names.qualified(node.func) in ("builtins.abs", "builtins.max", "builtins.min"):
        return bool(node.args) and all(_nothing_against(item, module, depth + 1) for item in node.args)
    if isinstance(node, ast.Attribute):
        found = module.values.of(node)
        known = bool(found) and all(isinstance(value, Param) or type_name(value) in INTS for value in found)
        return known and not any(isinstance(value, Param) and (_sounds_measured(node.attr) or _is_given_float(module)) for value in found)
    if not isinstance(node, ast.Name):
        return is_int(node, module)
    if _sounds_measured(node.id) and not is_int(node, module):
        return False
    if any(type_name(value) not in INTS for value in module.values.of(node) if not isinstance(value, (Unknown, Param))):
        return False
    origins = module.origins.of(node)
    for origin in origins or ():
        if origin.path or origin.node is node:
            continue
        if shows_float(origin.node):
            return False
        for value in module.values.of(origin.node):
            if (
                not isinstance(value, (Unknown, Param))
                and type_name(value) not in INTS
                and not (isinstance(value, Const) and value.type == "int")
            ):
                return False
        if not isinstance(origin.node, (ast.Constant, ast.BinOp, ast.UnaryOp, ast.Name)) and not is_int(origin.node, module):
            return False
    return True


def _sounds_measured(name: str) -> bool:
    return not MEASURED.isdisjoint(name.lower().split("_"))


def _is_given_float(module: Module) -> bool:
    """Whether a class of this module is made with a float somewhere: any of its parameters may be that one."""
    classes = {node.name for node in module.index.of(ast.ClassDef)}  # type: ignore[attr-defined]
    calls = [call for call in module.index.of(ast.Call) if last_word(call.func) in classes]  # type: ignore[attr-defined]
    given = [item for call in calls for item in (*call.args, *(keyword.value for keyword in call.keywords))]  # type: ignore[attr-defined]
    return any(shows_float(item) or any(type_name(value) == "builtins.float" for value in module.values.of(item)) for item in given)
