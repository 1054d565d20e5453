"""The tree that is kept from key stroke to key stroke is the one that a whole parse gives."""

from __future__ import annotations

import ast
import random
from pathlib import Path

import pytest

pytest.importorskip("pygls")

from flake8_pitfalls.doors.lsp.splice import Kept
from flake8_pitfalls.facts.index import Index
from flake8_pitfalls.text.source import Source

CASES = sorted(path for path in (Path(__file__).parent / "cases").glob("PIT*/*.py") if path.stat().st_size > 2500)
PACKAGE = sorted((Path(__file__).parents[1] / "flake8_pitfalls" / "facts").glob("*.py"))
PIECES = [
    "\n",
    "    ",
    "x",
    "1",
    " = ",
    "(",
    ")",
    "pass\n",
    "    pass\n",
    "        pass\n",
    "# 한글\n",
    "@",
    "if x:\n",
    "'''",
    "\\\n",
    ";",
    "def f(): pass\n",
    "class C:\n    x = 1\n    y = 2\n",
]


def same(index: Index, text: str) -> None:
    """The tree, its places, and the index are those of the text."""
    tree = ast.parse(text)
    assert ast.dump(index.tree, include_attributes=True) == ast.dump(tree, include_attributes=True)
    fresh = Index(tree)

    def places(one: Index) -> dict[str, list[object]]:
        found = {}
        for kind, nodes in one.by_type.items():
            names = [(getattr(node, "lineno", 0), getattr(node, "col_offset", 0), ast.dump(node)) for node in nodes]
            found[kind.__name__] = names if hasattr(nodes[0], "lineno") else sorted(names)
        return found

    assert places(index) == places(fresh)
    nodes = [node for kind, every in index.by_type.items() if kind is not ast.Module for node in every]
    assert index.parents.keys() >= set(nodes)
    for node in random.Random(1).sample(nodes, min(20, len(nodes))):
        assert any(node is child for child in ast.iter_child_nodes(index.parents[node]))


@pytest.mark.parametrize("seed", range(6))
def test_it_is_what_a_whole_parse_gives(seed: int) -> None:
    chance = random.Random(seed)
    kept = Kept()
    text = (chance.choice(PACKAGE) if seed % 2 else chance.choice(CASES)).read_text("utf-8")
    spliced = 0
    for _ in range(50):
        at = chance.randrange(len(text) + 1)
        edited = text[:at] + "".join(chance.choices(PIECES, k=chance.randrange(1, 3))) + text[at + chance.choice([0, 0, 0, 1, 5, 60]) :]
        before = kept.index
        try:
            index = kept.follow(Source(edited))
        except SyntaxError:
            continue  # where only the statement does not parse, the whole is judged later
        try:
            ast.parse(edited)
        except SyntaxError:
            kept = Kept()  # an edited statement that parses by itself, in a text that does not: the next whole parse finds out
            continue
        spliced += index is before
        same(index, edited)
        text = edited
    assert spliced


def test_typing_parses_one_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    from flake8_pitfalls.doors.lsp import splice

    seen: list[int] = []
    parse = splice.parse
    monkeypatch.setattr(splice, "parse", lambda text: (seen.append(len(text.strip())), parse(text))[1])
    methods = "".join(f"    def m{n}(self):\n        return {n}\n\n" for n in range(200))
    text = f"import os\n\n\nclass C:\n{methods}\n\ndef last():\n    pass\n"
    kept = Kept()
    kept.follow(Source(text))
    for n in (1, 57, 198):
        for character in "12\n\n3":
            place = text.index(f"return {n}") + len(f"return {n}")
            text = text[:place] + (character if character != "\n" else "\n        x = 1") + text[place:]
            same(kept.follow(Source(text)), text)
    assert sum(size > 1000 for size in seen) == 1, "the first; no method here is longer"
