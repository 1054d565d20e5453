"""Operands of a chain that are of one kind, none of them a bound: neighbours in a row of values, three numbers of which one is the largest.

`v[i-1] < v[i] > v[i+1]` asks for a peak and `b < a > c` for the largest; only between bounds is such a chain a range test gone wrong.
"""

from __future__ import annotations

import ast
import re

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.names import Binding

# Names for what stands beside something. `low` and `high`, `first` and `last`, `before` and `after` are bounds.
NEIGHBOURS = re.compile(r"(?:^|_)(?:prev(?:ious)?|last|left|next|nxt|following|right)(?:_|$)", re.IGNORECASE)
BOUNDS = re.compile(
    r"(?:^|_)(?:lo|low(?:er|est)?|hi|high(?:er|est)?|up(?:per)?|min(?:imum)?|max(?:imum)?|start|begin|stop|end|first|last|before|after|from"
    r"|to|since|until|floor|ceil(?:ing)?|bottom|top|limit|smallest|largest|earliest|latest)(?:_|\d|$)",
    re.IGNORECASE,
)
COUNTED = (("one", "two", "three"), ("first", "second", "third"))
# What gives each item of a row together with those beside it (itertools recipes, more_itertools).
WINDOWS = frozenset(("windowed", "triplewise", "sliding_window", "window", "windows", "sliding_window_view"))


def last_name(node: ast.expr) -> str:
    """The name, or the attribute at the end of a dotted one; "" for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def are_peers(node: ast.Compare, module: Module) -> bool:
    """Whether a chain of three that turns round compares things of one kind, so that what stands in the middle is compared with each."""
    left, middle, right = node.left, *node.comparators
    return (
        are_neighbours(left, middle, right)
        or are_counted(left, middle, right)
        or are_unpacked_together(left, middle, right, module)
        or is_compared_in_turn(node, module)
    )


def are_neighbours(left: ast.expr, middle: ast.expr, right: ast.expr) -> bool:
    """Whether two operands are of one kind, so that what stands between is compared with each: `v[i-1]` and `v[i+1]`, `y0` and `y2`."""
    if isinstance(left, ast.Subscript) and isinstance(right, ast.Subscript):
        return True
    if isinstance(left, ast.Call) and isinstance(right, ast.Call):
        return ast.dump(left.func) == ast.dump(right.func) or last_name(left.func) == last_name(right.func) != ""
    one, two = last_name(left), last_name(right)
    if isinstance(left, ast.Attribute) and isinstance(right, ast.Attribute) and one == two:
        return True
    if not one or not two:
        return False
    if NEIGHBOURS.search(one) and NEIGHBOURS.search(two):
        return True
    stems = {re.sub(r"\d+", "", name) for name in (one, last_name(middle), two)}
    return one != two and len(stems) == 1 and "" not in stems


def are_counted(*operands: ast.expr) -> bool:
    """Whether three names are letters side by side, in whatever order (`b < a > c`), or say first, second and third."""
    names = [operand.id.lower() if isinstance(operand, ast.Name) else "" for operand in operands]
    if all(len(name) == 1 and name.isalpha() for name in names):
        low, middle, high = sorted(map(ord, names))
        return middle - low == high - middle == 1
    return any(all(any(word in name.split("_") for name in names) for word in words) for words in COUNTED)


def are_unpacked_together(left: ast.expr, middle: ast.expr, right: ast.expr, module: Module) -> bool:
    """Whether three names take three items of one thing, the middle one's between the others': `for a, b, c in zip(v, v[1:], v[2:])`.

    Where it is not plain that the items stand side by side, names of bounds say that they are bounds: `low, x, high = limits`.
    """
    bindings = [module.names.only(operand) for operand in (left, middle, right)]
    if not all(one is not None and one.path and one.kind in ("for", "comprehension", "assign") for one in bindings):
        return False
    one, two, three = (binding for binding in bindings if isinstance(binding, Binding))
    if not (one.value is two.value is three.value and one.path[:-1] == two.path[:-1] == three.path[:-1]):
        return False
    if not (one.path[-1] < two.path[-1] < three.path[-1] or one.path[-1] > two.path[-1] > three.path[-1]):
        return False
    return is_window(one.value) or not (BOUNDS.search(one.name) or BOUNDS.search(three.name))


def is_window(value: ast.expr | None) -> bool:
    """Whether an expression gives items that stand side by side: `zip(v, v[1:], v[2:])`, `v[i:i + 3]`, `windowed(v, 3)`."""
    if isinstance(value, ast.Subscript):
        return isinstance(value.slice, ast.Slice)
    if not isinstance(value, ast.Call):
        return False
    if last_name(value.func) in WINDOWS:
        return True
    rows = [item.value if isinstance(item, ast.Subscript) and isinstance(item.slice, ast.Slice) else item for item in value.args]
    return last_name(value.func) == "zip" and len(rows) > 1 and len({ast.dump(row) for row in rows}) == 1


def is_compared_in_turn(node: ast.Compare, module: Module) -> bool:
    """Whether the same three are compared in the same function with another of them in the middle, as whoever wants the largest does."""

    def parts(chain: ast.Compare) -> list[str]:
        return [ast.dump(operand) for operand in (chain.left, *chain.comparators)]

    own, function = parts(node), module.index.function(node)
    for other in module.index.of(ast.Compare):
        assert isinstance(other, ast.Compare)
        if other is not node and len(other.ops) == 2 and module.index.function(other) is function:
            found = parts(other)
            if sorted(found) == sorted(own) and found[1] != own[1]:
                return True
    return False


def differs_from_its_neighbours(operands: list[ast.expr]) -> bool:
    """Whether `a != b != c` asks of what stands between its neighbours: `v[i - 1] != v[i] != v[i + 1]`, `prev != current != next`."""
    if len(operands) != 3:
        return False
    left, middle, right = operands
    if NEIGHBOURS.search(last_name(left)) and NEIGHBOURS.search(last_name(right)):
        return True
    whole, ends = ast.dump(middle), {ast.dump(left), ast.dump(right)}
    for part in ast.walk(middle):
        if isinstance(part, ast.Subscript) and not isinstance(part.slice, (ast.Slice, ast.Constant)):
            shown, one = f"slice={ast.dump(part.slice)}", ast.Constant(1)
            sides = [ast.BinOp(part.slice, ast.Sub(), one), ast.BinOp(part.slice, ast.Add(), one)]
            if ends == {whole.replace(shown, f"slice={ast.dump(side)}") for side in sides}:
                return True
    return False
