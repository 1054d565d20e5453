"""A worker that is made, kept and started in one go, made two statements."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts import Module
from flake8_pitfalls.fixing.edits import delete, free_name
from flake8_pitfalls.fixing.lines import after, unit
from flake8_pitfalls.model import Edit


def two_statements(call: ast.Call, kept: ast.AST, module: Module) -> tuple[Edit, ...] | None:
    """The edits that keep the worker and start it in a line of its own; None where it is not made on the spot or kept in another way."""
    assert isinstance(call.func, ast.Attribute)
    if not isinstance(call.func.value, ast.Call) or not isinstance(kept, (ast.Assign, ast.AnnAssign)):
        return None
    target = kept.targets[0] if isinstance(kept, ast.Assign) else kept.target
    if (isinstance(kept, ast.Assign) and len(kept.targets) != 1) or not isinstance(target, (ast.Name, ast.Attribute)):
        return None
    name = module.source.segment(target)
    if kept.value is call:
        lines = [f"{name}.start()"]
    elif isinstance(kept.value, (ast.ListComp, ast.List)) and isinstance(target, ast.Name):
        item = free_name(module, "worker")
        lines = [f"for {item} in {name}:", f"{unit(module)}{item}.start()"]
        if isinstance(kept.value, ast.List) and len(kept.value.elts) != 1:
            return None
    else:
        return None
    added = after(module, kept, lines)
    if added is None:
        return None
    start, end = module.source.span(call.func.value).end, module.source.span(call).end
    if "#" in module.source.text[start:end]:
        return None
    return delete(start, end), added
