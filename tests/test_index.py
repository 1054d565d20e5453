"""The one walk: every node, in the order of the text, with its parent, as a walk finds them that looks everywhere."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from flake8_pitfalls.facts.index import SHARED, Index
from flake8_pitfalls.text.parse import parse

FORMS = [
    "match x:\n case {'a': 1, **r}: pass\n case P(a=b) as c: pass\n case [1, *q] | None: pass\n",
    "try: pass\nexcept (A, B) as e: pass\n",
    "x: int = 1\nprint({**a, 'b': 1}, f'{x!r:>{y}}', a < b < c, not -a, a and b)\ndef f(a, /, *, b, c=1, **k): global z\n",
    "class C(A, k=v): x = lambda: (yield)\n",
    "async def f():\n async with a as b, c: await d\n async for x in y: return [i async for i in j if k]\n",
    "import a.b as c\nfrom . import d as e\nwith a as b: del c[1:2], d.e\nassert x, y\nraise A from b\n",
    *(["try: pass\nexcept* A as e: pass\n"] if sys.version_info >= (3, 11) else []),
    *(["type X[T: int, *Ts, **P] = list[T]\ndef f[T](a: T): pass\nclass C[T]: pass\n"] if sys.version_info >= (3, 12) else []),
    *(["type X[T = int] = T\n"] if sys.version_info >= (3, 13) else []),
    *(['x = t"{a!r:>{b}}"\n'] if sys.version_info >= (3, 14) else []),
]
MODULES = [ast.__file__, sys.modules["pathlib"].__file__, sys.modules["argparse"].__file__, __file__]


@pytest.mark.parametrize(
    "text", [*FORMS, *(Path(path or "").read_text(encoding="utf-8") for path in MODULES)], ids=range(len(FORMS) + len(MODULES))
)
def test_the_walk_misses_nothing(text: str) -> None:
    tree = parse(text)
    by_type: dict[type, list[ast.AST]] = {}
    parents: dict[ast.AST, ast.AST] = {}
    todo: list[ast.AST] = [tree]
    while todo:
        node = todo.pop()
        by_type.setdefault(type(node), []).append(node)
        children = [child for child in ast.iter_child_nodes(node) if not isinstance(child, SHARED)]
        parents.update(dict.fromkeys(children, node))
        todo += reversed(children)
    index = Index(tree)
    assert index.by_type == by_type
    assert index.parents == parents


def test_a_deep_tree_is_walked() -> None:
    tree = ast.parse("x = 1")
    value: ast.expr = tree.body[0].value  # type: ignore[attr-defined]
    for _ in range(50_000):
        value = ast.UnaryOp(ast.USub(), value)
    assert len(Index(value).of(ast.UnaryOp)) == 50_000
