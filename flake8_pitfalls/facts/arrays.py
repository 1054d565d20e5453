"""Which expressions are known to be arrays, for which `==` gives an array and no truth value."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts import Module

MAKERS = frozenset(
    f"numpy.{name}"
    for name in "array asarray arange linspace logspace zeros ones empty full eye identity zeros_like ones_like empty_like full_like "
    "fromiter frombuffer concatenate stack vstack hstack where ndarray".split()
) | {"pandas.Series", "pandas.DataFrame", "pandas.Index", "numpy.random.rand", "numpy.random.randn"}


def is_array(module: Module, node: ast.expr) -> bool:
    """Whether an expression can be an array, as far as the program shows."""
    from flake8_pitfalls.facts.values import type_name

    return any(type_name(value) in MAKERS for value in module.values.of(node))
