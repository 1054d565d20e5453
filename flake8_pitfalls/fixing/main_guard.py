"""Statements put under `if __name__ == "__main__":`: those that must go there, and no others."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.main_guard import is_guarded
from flake8_pitfalls.fixing.lines import first_line, indent_of, stands_alone, unit
from flake8_pitfalls.model import Edit
from flake8_pitfalls.text.source import Span

DEFINES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
GUARD = 'if __name__ == "__main__":'


def under_main_guard(where: ast.AST, module: Module) -> tuple[Edit, ...] | None:
    """The edits that guard the statement at a node and all that goes on with what it makes; None where they cannot be told apart."""
    first = movable(where, module)
    if first is None:
        return None
    block = whole_block(first, module)
    at = next(number for number, node in enumerate(block) if node is first)
    moved = [first]
    touched = touches(first, module)
    for node in block[at + 1 :]:
        if not depends(node, touched, module):
            continue
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            return None
        if isinstance(node, DEFINES):
            touched |= {binding for binding in (module.places.bindings.get(node),) if binding is not None}
        elif not is_guarded(node, module) and not is_own_guard(node, module):
            moved.append(node)
            touched |= touches(node, module)
    if any(module.places.is_seen_outside(name) for name in bound_names(moved)) or used_below(first, block, touched, module):
        return None
    if not all(stands_alone(module, node) and not any(isinstance(part, DEFINES) for part in ast.walk(node)) for node in moved):
        return None
    return tuple(edit for run in runs(moved, block) for edit in guarded(run, module))


def movable(where: ast.AST, module: Module) -> ast.stmt | None:
    """The outermost statement around a node that defines nothing: `with Pool() as pool:` whole, but not an `if` around the whole module."""
    found: ast.stmt | None = None
    for node in (where, *module.index.ancestors(where)):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            return None
        if isinstance(node, ast.stmt):
            if any(isinstance(part, DEFINES) for part in ast.walk(node)):
                break
            found = node
    return found


def whole_block(node: ast.stmt, module: Module) -> list[ast.stmt]:
    """The statements beside a statement."""
    from flake8_pitfalls.fixing.lines import block_of

    return block_of(module, node)


def touches(node: ast.stmt, module: Module) -> set[object]:
    """The bindings that a statement makes, and those of the objects whose methods it calls."""
    found: set[object] = set()
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Load):
            binding = module.places.bindings.get(part)
            if binding is not None:
                found.add(binding)
        elif isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and isinstance(part.func.value, ast.Name):
            found |= {
                binding for binding in module.names.bindings(part.func.value) if binding.kind not in ("import", "def", "class", "builtin")
            }
    return found


def depends(node: ast.stmt, touched: set[object], module: Module) -> bool:
    """Whether a statement reads what was touched, by any of its names, those in a definition's body too."""
    return any(
        not touched.isdisjoint(module.names.bindings(part))
        for part in ast.walk(node)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)
    )


def is_own_guard(node: ast.stmt, module: Module) -> bool:
    """Whether a statement is a main guard itself."""
    from flake8_pitfalls.facts.main_guard import in_child

    return isinstance(node, ast.If) and in_child(node.test, module) is False and not node.orelse


def bound_names(moved: list[ast.stmt]) -> set[str]:
    return {part.id for node in moved for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}


def used_below(first: ast.stmt, block: list[ast.stmt], touched: set[object], module: Module) -> bool:
    """Whether the statements around the block go on with it."""
    if block is module.tree.body:
        return False
    return any(
        not touched.isdisjoint(module.names.bindings(node))
        for node in module.index.of(ast.Name)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.lineno > (block[-1].end_lineno or 0)
    )


def runs(moved: list[ast.stmt], block: list[ast.stmt]) -> list[list[ast.stmt]]:
    """The moved statements in stretches without another statement between."""
    found: list[list[ast.stmt]] = []
    before = -2
    for place, node in enumerate(block):
        if any(node is one for one in moved):
            if place == before + 1:
                found[-1].append(node)
            else:
                found.append([node])
            before = place
    return found


def guarded(run: list[ast.stmt], module: Module) -> list[Edit]:
    """The guard above a stretch, and one step more in each of its lines that does not begin in a string.

    The step goes behind the block's own indentation, which may be of tabs in a file of spaces.
    """
    indent, starts = indent_of(module, run[0]) or "", module.source.line_starts
    step = "\t" if indent.endswith("\t") else unit(module)
    inside = {line for node in run for line in lines_in_strings(node)}
    edits: list[Edit] = []
    for line in range(first_line(run[0]), (run[-1].end_lineno or run[-1].lineno) + 1):
        head = f"{indent}{GUARD}\n" if line == first_line(run[0]) else ""
        more = step if line not in inside and module.source.line(line).strip() else ""
        at = starts[line - 1]
        if head:
            edits.append(Edit(Span(at, at), head + ("" if indent else more)))
        if more and not (head and not indent):
            at += len(indent) if module.source.line(line).startswith(indent) else 0
            edits.append(Edit(Span(at, at), more))
    return edits


def lines_in_strings(node: ast.AST) -> set[int]:
    """The lines that begin inside a string of several lines."""
    return {
        line
        for part in ast.walk(node)
        if isinstance(part, ast.JoinedStr) or (isinstance(part, ast.Constant) and isinstance(part.value, (str, bytes)))
        for line in range(part.lineno + 1, (part.end_lineno or part.lineno) + 1)
    }
