"""Short texts for what stands somewhere: `self.cache.load()`, `with Gate()`, `box + …`. They name a place in messages and paths."""

from __future__ import annotations

import ast

from flake8_pitfalls.knowledge.symbols import SYMBOLS

LONGEST = 12  # parts of a dotted name


def label(kind: str, node: ast.AST) -> str:
    """The text for an action of a kind (see `actions.py`) at a node."""
    if kind == "op":
        return _operation(node)
    text = written(node)
    return f"with {text}" if kind == "with" else text


def _operation(node: ast.AST) -> str:
    if isinstance(node, ast.BinOp):
        return f"{written(node.left)} {SYMBOLS[type(node.op)]} {written(node.right)}"
    if isinstance(node, ast.AugAssign):
        return f"{written(node.target)} {SYMBOLS[type(node.op)]}= {written(node.value)}"
    if isinstance(node, ast.UnaryOp):
        return f"{SYMBOLS[type(node.op)]}{' ' * isinstance(node.op, ast.Not)}{written(node.operand)}"
    if isinstance(node, ast.Compare):
        return f"{written(node.left)} {SYMBOLS[type(node.ops[0])]} {written(node.comparators[0])}"
    return written(node)


def written(node: ast.AST) -> str:
    """A short text for an expression: its dotted name where it has one."""
    parts: list[str] = []
    while len(parts) < LONGEST:
        if isinstance(node, ast.Attribute):
            parts.append(f".{node.attr}")
            node = node.value
        elif isinstance(node, ast.Call):
            parts.append("()")
            node = node.func
        elif isinstance(node, ast.Subscript):
            parts.append("[…]")
            node = node.value
        elif isinstance(node, ast.Await):
            node = node.value
        else:
            break
    if isinstance(node, ast.Lambda):
        base = "(lambda)"
    elif isinstance(node, ast.Constant) and len(repr(node.value)) < LONGEST:
        base = repr(node.value)
    else:
        base = node.id if isinstance(node, ast.Name) else "(…)"
    return f"{base}{''.join(reversed(parts))}"
